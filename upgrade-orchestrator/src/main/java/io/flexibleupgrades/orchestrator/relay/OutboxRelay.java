package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.orchestrator.journal.Journal;
import io.flexibleupgrades.orchestrator.relay.RelaySource.Outgoing;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/**
 * Publishes what was committed, in the order of commits that depend on each other, at least once.
 * One relay is active at a time, the holder of an advisory lock; should two ever run, records are
 * doubled, never lost or out of order in their stream.
 */
@ApplicationScoped
public class OutboxRelay {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final int BATCH = 1_000;
  private static final int POLL_MILLIS = 1_000;
  private static final int RECHECK_MILLIS = 5;

  private final DataSource database;
  private final List<RelaySource> sources;
  private final Checkpoints checkpoints;
  private final RelayProducers producers;
  private final Duration patience;
  private volatile boolean stopping;

  OutboxRelay(
      DataSource database,
      @All List<RelaySource> sources,
      Checkpoints checkpoints,
      RelayProducers producers,
      RelayConfig config) {
    this.database = database;
    this.sources = sources;
    this.checkpoints = checkpoints;
    this.producers = producers;
    patience = config.patience();
  }

  /** Relays until {@link #stop}; returns when the last batch is done. */
  public void run() {
    while (!stopping) {
      try (var connection = database.getConnection()) {
        if (RelayLock.isTaken(connection, patience.multipliedBy(2))) {
          relay(connection);
        } else {
          Thread.sleep(POLL_MILLIS);
        }
      } catch (SQLException | KafkaException | IllegalStateException e) {
        LOG.warnf("The relay pauses and will go on where it was: %s", e.getMessage());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Lets the relay end after the batch it is at. */
  public void stop() {
    stopping = true;
  }

  private void relay(Connection connection) throws SQLException, InterruptedException {
    var producer = producers.open();
    try {
      listen(connection);
      LOG.info("The relay is active");
      var notifications = connection.unwrap(PGConnection.class);
      boolean woken = true;
      while (!stopping) {
        int published = 0;
        for (var source : sources) {
          published += publish(connection, producer, source);
        }
        if (published == 0) {
          // Woken without a visible row: an older transaction still hides it for a moment.
          var signals = notifications.getNotifications(woken ? RECHECK_MILLIS : POLL_MILLIS);
          woken = signals.length > 0;
        } else {
          woken = true;
        }
      }
    } finally {
      // What is not acknowledged is dropped: it must not follow what is sent again.
      producer.close(Duration.ZERO);
      RelayLock.release(connection);
    }
  }

  private int publish(Connection connection, Producer<byte[], byte[]> producer, RelaySource source)
      throws SQLException, InterruptedException {
    var batch = source.read(connection, checkpoints.read(connection, source), BATCH);
    if (batch.isEmpty()) {
      return 0;
    }
    long deadline = System.nanoTime() + patience.toNanos();
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (Outgoing outgoing : batch) {
      for (var message : outgoing.records()) {
        var acknowledgement = producer.send(message);
        if (acknowledgement.isDone()) {
          // Refused without being sent, as a rule: then nothing behind it may go out.
          await(acknowledgement, deadline);
        }
        sent.add(acknowledgement);
      }
    }
    for (var acknowledgement : sent) {
      await(acknowledgement, deadline);
    }
    checkpoints.write(connection, source, batch.getLast().checkpoint());
    return batch.size();
  }

  private void await(Future<RecordMetadata> acknowledgement, long deadline)
      throws InterruptedException {
    try {
      acknowledgement.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new KafkaException("The broker did not take a record: " + e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new KafkaException(
          "The broker did not acknowledge a batch within %d ms.".formatted(patience.toMillis()), e);
    }
  }

  private static void listen(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("listen " + Journal.CHANNEL);
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
  }
}
