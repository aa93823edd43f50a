package io.flexibleupgrades.orchestrator.deadletters;

import io.flexibleupgrades.orchestrator.problem.Problem;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Opens the dead-letter topics for one look at them; nobody else's reading is moved by it. */
@ApplicationScoped
public class LetterReader {
  private static final int PATIENCE_MILLIS = 10_000;

  private final Map<String, Object> kafka;

  LetterReader(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /**
   * Reads.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the broker does not answer
   */
  public <R> R read(Function<LetterBox, R> reading) {
    try (var consumer =
        new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return reading.apply(new LetterBox(consumer));
    } catch (KafkaException e) {
      throw Problem.BROKER_UNAVAILABLE.with(
          "The Kafka broker, which keeps the dead letters, does not answer: %s Try again in a moment."
              .formatted(e.getMessage()));
    }
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<>(kafka);
    settings.keySet().retainAll(ConsumerConfig.configNames());
    settings.keySet().remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "upgrade-orchestrator-dead-letters");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    return settings;
  }
}
