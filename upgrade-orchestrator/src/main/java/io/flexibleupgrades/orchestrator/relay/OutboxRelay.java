package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.orchestrator.journal.Journal;
import io.flexibleupgrades.orchestrator.relay.RelaySource.Outgoing;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
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
  private static final int DELIVERY_MILLIS = 15_000;

  /**
   * PostgreSQL ends the session of a relay that it does not hear of for so long, and with it the
   * lock. A relay asks every second, or waits for a delivery.
   */
  private static final int SESSION_SECONDS = 20;

  private final DataSource database;
  private final List<RelaySource> sources;
  private final Checkpoints checkpoints;
  private final Map<String, Object> kafka;
  private volatile boolean stopping;

  OutboxRelay(
      DataSource database,
      Instance<RelaySource> sources,
      Checkpoints checkpoints,
      @Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.database = database;
    this.sources = sources.stream().toList();
    this.checkpoints = checkpoints;
    this.kafka = kafka;
  }

  /** Relays until {@link #stop}; returns when the last batch is done. */
  public void run() {
    try (var producer = new KafkaProducer<byte[], byte[]>(settings())) {
      while (!stopping) {
        try (var connection = database.getConnection()) {
          if (holdsLock(connection)) {
            relay(connection, producer);
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
  }

  /** Lets the relay end after the batch it is at. */
  public void stop() {
    stopping = true;
  }

  private void relay(Connection connection, KafkaProducer<byte[], byte[]> producer)
      throws SQLException, InterruptedException {
    try {
      execute(connection, "set idle_session_timeout = '%ds'".formatted(SESSION_SECONDS));
      execute(connection, "listen " + Journal.CHANNEL);
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
      execute(connection, "unlisten *");
      execute(connection, "reset idle_session_timeout");
      execute(connection, "select pg_advisory_unlock_all()");
    }
  }

  private int publish(
      Connection connection, KafkaProducer<byte[], byte[]> producer, RelaySource source)
      throws SQLException, InterruptedException {
    var batch = source.read(connection, checkpoints.read(connection, source), BATCH);
    if (batch.isEmpty()) {
      return 0;
    }
    var sent = new ArrayList<Future<RecordMetadata>>();
    for (Outgoing outgoing : batch) {
      for (var message : outgoing.records()) {
        sent.add(producer.send(message));
      }
    }
    producer.flush();
    for (var acknowledgement : sent) {
      try {
        acknowledgement.get();
      } catch (ExecutionException e) {
        throw new KafkaException("The broker did not take a record: " + e.getMessage(), e);
      }
    }
    checkpoints.write(connection, source, batch.getLast().checkpoint());
    return batch.size();
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<>(kafka);
    settings.keySet().retainAll(ProducerConfig.configNames());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "upgrade-orchestrator-relay");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return settings;
  }

  private static boolean holdsLock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_try_advisory_lock(2, 0)")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    if (!connection.isClosed()) {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
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
