package io.flexibleupgrades.orchestrator.relay;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Opens the relay's producers, which keep the order of what they are given. */
@ApplicationScoped
class RelayProducers {
  private final Map<String, Object> kafka;
  private final RelayConfig config;

  RelayProducers(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, RelayConfig config) {
    this.kafka = kafka;
    this.config = config;
  }

  Producer<byte[], byte[]> open() {
    return new KafkaProducer<>(settings());
  }

  /**
   * Returns a producer's settings. A record never expires by itself: one that did would be
   * overtaken by those behind it. Whoever loses patience closes the whole producer instead.
   */
  Map<String, Object> settings() {
    var settings = new HashMap<>(kafka);
    settings.keySet().retainAll(ProducerConfig.configNames());
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "upgrade-orchestrator-relay");
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RelaySource.LARGEST_RECORD_BYTES);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.patience().toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return settings;
  }
}
