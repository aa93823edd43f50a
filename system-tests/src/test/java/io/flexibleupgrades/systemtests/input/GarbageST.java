package io.flexibleupgrades.systemtests.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import io.flexibleupgrades.systemtests.running.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Records that are no events, on every topic, in the middle of a run. */
@ExtendWith(SharedSystem.class)
class GarbageST {
  private static final List<String> TOPICS =
      List.of(
          Topics.UPGRADE_EVENTS, Topics.PREPARE_REQUESTS, Topics.PREPARE_OUTCOMES, Topics.WORKERS);
  private static final int KINDS = 4;
  private static final long SEED = 41;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final RunningSystem system;

  GarbageST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B41, G13: garbage on every topic goes to the dead letters and stops nothing")
  void setsGarbageAsideAndGoesOn() throws InterruptedException {
    var factory = new RandomFactory(SEED).make(100, 2, 3);
    var upgrade = ImportedFactory.compiling(system, "garbage", factory, SEED).upgrade();
    var watch = upgrade.watch();
    watch.awaitPercentage(10);

    TOPICS.forEach(this::litter);
    watch.awaitEnd();

    Proof.check(upgrade, factory);
    for (var topic : TOPICS) {
      var letters = deadLetters(topic);
      assertThat(letters)
          .as(topic)
          .hasSizeGreaterThanOrEqualTo(KINDS)
          .allSatisfy(letter -> {
            assertThat(letter.message().header("flexup_reason")).isNotBlank();
            assertThat(letter.message().header("flexup_topic")).isEqualTo(topic);
            assertThat(letter.message().header("flexup_offset")).matches("\\d+");
          });
    }
  }

  /** Random bytes, nothing at all, headers without sense, and JSON that is no event. */
  private void litter(String topic) {
    Map<String, Object> configuration =
        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, system.bootstrapServers());
    try (var producer =
        new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer())) {
      var noise = new byte[200];
      new Random(SEED).nextBytes(noise);
      var sent =
          List.of(
              producer.send(new ProducerRecord<>(topic, noise)),
              producer.send(new ProducerRecord<>(topic, noise, new byte[0])),
              producer.send(withHeaders(topic, "module-prepared.v1", "not-a-stream", "{}")),
              producer.send(
                  withHeaders(topic, "prepare-outcome.v1", "environment/x", "{\"results\":7}")));
      producer.flush();
      assertThat(sent).hasSize(KINDS).allMatch(Future::isDone);
    }
  }

  private static ProducerRecord<byte[], byte[]> withHeaders(
      String topic, String type, String subject, String json) {
    var record = new ProducerRecord<>(topic, utf8("x"), utf8(json));
    Map.of(
            "ce_specversion",
            "1.0",
            "ce_id",
            UUID.randomUUID().toString(),
            "ce_type",
            type,
            "ce_subject",
            subject,
            "ce_sequence",
            "1",
            "ce_time",
            "2026-01-01T00:00:00Z")
        .forEach((name, value) -> record.headers().add(name, utf8(value)));
    return record;
  }

  private List<TopicReader.Message> deadLetters(String topic) throws InterruptedException {
    var giveUp = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      var letters = TopicReader.read(system, Topics.deadLettersOf(topic));
      if (letters.size() >= KINDS || System.nanoTime() > giveUp) {
        return letters;
      }
      Thread.sleep(200);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
