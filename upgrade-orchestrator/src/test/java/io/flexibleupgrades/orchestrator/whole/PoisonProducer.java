package io.flexibleupgrades.orchestrator.whole;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerMessage;
import io.flexibleupgrades.events.WorkerName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Sends records that nothing can be made of, and remembers where each came to stand. */
final class PoisonProducer implements AutoCloseable {
  private static final int ALMOST_LARGEST = 4 * 1024 * 1024 - 2_000;
  private static final int BOMB = 12 * 1024 * 1024;

  private final MessageCodec codec = new MessageCodec();
  private final List<Future<RecordMetadata>> places = new ArrayList<>();
  private final List<Sent> sent = new ArrayList<>();
  private final KafkaProducer<byte[], byte[]> producer;
  private final Random random;

  /**
   * A record that was sent.
   *
   * @param bytes digest of its value, null if it had none
   */
  record Sent(@Nullable Digest bytes, int length) {}

  PoisonProducer(String bootstrapServers, Random random) {
    this.random = random;
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "max.request.size",
                "33554432",
                "compression.type",
                "gzip"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Sends one record that is garbage, truncated, or of an old or a future version. */
  void send(String topic) {
    var message = valid(topic);
    var headers = new HashMap<>(message.headers());
    byte[] payload = message.payload();
    switch (random.nextInt(8)) {
      case 0 -> {
        headers.clear();
        payload = garbage();
      }
      case 1 -> payload = garbage();
      case 2 -> payload = Arrays.copyOf(payload, random.nextInt(payload.length));
      case 3 -> headers.merge("ce_type", "", (type, _) -> type.replace(".v1", ".v0"));
      case 4 -> headers.merge("ce_type", "", (type, _) -> type.replace(".v1", ".v2"));
      case 5 -> {
        headers.put("ce_id", "\0\\u0000\\");
        headers.put("\\u0000\0", "\\u0000");
      }
      case 6 -> payload = null;
      default -> payload = "[".repeat(1 + random.nextInt(5_000)).getBytes(StandardCharsets.UTF_8);
    }
    send(topic, headers, payload);
  }

  /** Sends the largest record there can be, and one that only compression makes small enough. */
  void sendOversized(String topic) {
    var large = new byte[ALMOST_LARGEST];
    random.nextBytes(large);
    send(topic, Map.of(), large);
    send(topic, Map.of(), new byte[BOMB]);
  }

  /** Forgets what was sent so far. */
  void forget() {
    places.clear();
    sent.clear();
  }

  /** Returns what was sent by topic, partition and offset. */
  Map<String, Sent> sent() throws InterruptedException, ExecutionException {
    producer.flush();
    var all = new HashMap<String, Sent>();
    for (int i = 0; i < sent.size(); i++) {
      var place = places.get(i).get();
      all.put("%s-%d@%d".formatted(place.topic(), place.partition(), place.offset()), sent.get(i));
    }
    return all;
  }

  private void send(String topic, Map<String, String> headers, byte @Nullable [] payload) {
    var record =
        new ProducerRecord<>(
            topic, Integer.toString(random.nextInt()).getBytes(StandardCharsets.UTF_8), payload);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    places.add(producer.send(record));
    sent.add(
        new Sent(
            payload == null ? null : Digest.of(payload), payload == null ? 0 : payload.length));
  }

  private byte[] garbage() {
    var garbage = new byte[random.nextInt(2_000)];
    random.nextBytes(garbage);
    return garbage;
  }

  private WireMessage valid(String topic) {
    var worker = new WorkerName("poisoner");
    WorkerMessage message =
        topic.equals(Topics.WORKERS)
            ? new WorkerHeartbeat(worker, 0, "none", false, List.of())
            : new PrepareOutcome(
                new UpgradeId(new UUID(random.nextLong(), 1)),
                new EnvironmentName("poison-" + random.nextInt(100)),
                new UnitId("M"),
                1,
                Digest.of(new byte[] {1}),
                worker,
                List.of());
    return codec.encode(UUID.randomUUID(), Instant.now(), message);
  }

  @Override
  public void close() {
    producer.close();
  }
}
