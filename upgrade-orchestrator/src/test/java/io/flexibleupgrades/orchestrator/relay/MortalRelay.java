package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.orchestrator.relay.Fate.Step;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * One life of the relay as it is delivered, with places between its steps where it can be killed,
 * topics of its own, and its number in a header of all that it sends.
 */
final class MortalRelay implements RelaySource {
  static final String LIFE = "test_life";

  private final JournalSource journal = new JournalSource();
  private final Fate fate;
  private final String prefix;
  private final int life;
  private final OutboxRelay relay;
  private volatile @Nullable Connection session;

  MortalRelay(DataSource database, Map<String, Object> kafka, String prefix, Fate fate, int life) {
    this.fate = fate;
    this.prefix = prefix;
    this.life = life;
    RelayConfig config = () -> Duration.ofSeconds(2);
    relay =
        new OutboxRelay(
            database,
            List.of(this),
            new MortalCheckpoints(),
            new MortalProducers(kafka, config),
            config);
  }

  /** Relays until it is stopped or killed. */
  void run() {
    try {
      relay.run();
    } catch (Killed e) {
      // Its process is gone.
    }
  }

  void stop() {
    relay.stop();
  }

  @Override
  public String table() {
    return journal.table();
  }

  @Override
  public String name() {
    return journal.name();
  }

  @Override
  public List<Outgoing> read(Connection connection, Checkpoint after, int most)
      throws SQLException {
    session = connection;
    var read =
        journal.read(connection, after, most).stream()
            .map(row ->
                new Outgoing(row.checkpoint(), row.records().stream().map(this::own).toList()))
            .toList();
    if (!read.isEmpty()) {
      at(Step.READ);
    }
    return read;
  }

  private ProducerRecord<byte[], byte[]> own(ProducerRecord<byte[], byte[]> message) {
    var own =
        new ProducerRecord<>(
            prefix + message.topic(), null, message.key(), message.value(), message.headers());
    own.headers().add(LIFE, Integer.toString(life).getBytes(StandardCharsets.UTF_8));
    return own;
  }

  private void at(Step step) {
    var held = session;
    if (held != null) {
      fate.at(step, held);
    }
  }

  private final class MortalCheckpoints extends Checkpoints {
    @Override
    void write(Connection connection, RelaySource source, Checkpoint checkpoint)
        throws SQLException {
      at(Step.ACKNOWLEDGED);
      super.write(connection, source, checkpoint);
      at(Step.CHECKPOINTED);
    }
  }

  private final class MortalProducers extends RelayProducers {
    MortalProducers(Map<String, Object> kafka, RelayConfig config) {
      super(kafka, config);
    }

    @Override
    Producer<byte[], byte[]> open() {
      return new KafkaProducer<>(settings()) {
        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
          at(Step.SENDING);
          return super.send(message);
        }
      };
    }
  }
}
