package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A flood of poison on the orchestrator's topics while an upgrade runs. {@code
 * -Dflexup.poison.records=100000} is the long form.
 */
@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class PoisonFloodIT extends WholeLife {
  private static final int RECORDS = Integer.getInteger("flexup.poison.records", 600);
  private static final long SEED = Long.getLong("flexup.poison.seed", new Random().nextInt());
  private static final int MODULES = 40;
  private static final List<String> TOPICS = List.of(Topics.PREPARE_OUTCOMES, Topics.WORKERS);

  @Test
  @DisplayName(
      "G13: every poison record lands in its dead-letter topic, once, and the run completes")
  void setsAsideAFlood() throws Exception {
    System.out.printf("G13: seed %d (flexup.poison.seed)%n", SEED);
    long begun = System.nanoTime();
    try (var poison = new PoisonProducer(bootstrapServers, new Random(SEED))) {
      awaitListening(poison);
      for (int i = 0; i < RECORDS / 2; i++) {
        poison.send(TOPICS.get(i % 2));
      }
      upgrading(
          "poison-flood",
          IntStream.range(0, MODULES)
              .mapToObj(i -> i % 4 == 0 ? module("M" + i) : module("M" + i, "M" + (i - 1)))
              .toArray(Operator.Module[]::new));
      for (int i = RECORDS / 2; i < RECORDS; i++) {
        poison.send(TOPICS.get(i % 2));
      }
      TOPICS.forEach(poison::sendOversized);
      var sent = poison.sent();

      awaitSetAside(sent.size());
      var letters = new HashMap<String, ConsumerRecord<byte[], byte[]>>();
      for (var topic : TOPICS) {
        read(topic, sent, letters);
      }
      assertThat(letters.keySet()).isEqualTo(sent.keySet());
      letters.forEach((place, letter) -> checkSame(place, letter, sent));
      journal("poison-flood").await(UpgradeEnded.class, 1);
      assertThat(journal("poison-flood").all(ModulePrepared.class)).hasSize(MODULES);
      System.out.printf(
          "G13: seed %d: %d poison records on 2 topics, each in its dead-letter topic once; upgrade of %d modules completed; %.1f s%n",
          SEED, letters.size(), MODULES, (System.nanoTime() - begun) / 1e9);
    }
  }

  /** The orchestrator reads heartbeats from when it listens; what was said before is too old. */
  private void awaitListening(PoisonProducer poison) throws SQLException, InterruptedException {
    long before = setAside(Topics.WORKERS);
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (setAside(Topics.WORKERS) == before) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      poison.send(Topics.WORKERS);
      Thread.sleep(100);
    }
    poison.forget();
  }

  private void awaitSetAside(int records) throws SQLException, InterruptedException {
    long deadline = System.nanoTime() + Duration.ofMinutes(10).toNanos();
    while (setAside("flexup.%") < records) {
      assertThat(System.nanoTime()).as("%d set aside", setAside("flexup.%")).isLessThan(deadline);
      Thread.sleep(100);
    }
  }

  /** Collects the dead letters of what was sent, and reads on until the relay has nothing more. */
  private void read(
      String topic,
      Map<String, PoisonProducer.Sent> sent,
      Map<String, ConsumerRecord<byte[], byte[]>> letters)
      throws SQLException {
    long wanted = sent.keySet().stream().filter(place -> place.startsWith(topic + "-")).count();
    var found = new long[1];
    new EventLog(bootstrapServers)
        .read(
            Topics.deadLettersOf(topic),
            letter -> {
              var place = place(letter);
              if (sent.containsKey(place)) {
                assertThat(letters.put(place, letter)).as("a second %s", place).isNull();
                found[0]++;
              }
              return found[0] == wanted;
            });
    assertThat(setAside(topic)).isGreaterThanOrEqualTo(wanted);
  }

  private static String place(ConsumerRecord<byte[], byte[]> letter) {
    var headers = EventLog.headers(letter);
    return "%s-%s@%s"
        .formatted(
            headers.get(Headers.DEAD_LETTER_TOPIC),
            headers.get(Headers.DEAD_LETTER_PARTITION),
            headers.get(Headers.DEAD_LETTER_OFFSET));
  }

  private static void checkSame(
      String place, ConsumerRecord<byte[], byte[]> letter, Map<String, PoisonProducer.Sent> sent) {
    var original = Objects.requireNonNull(sent.get(place));
    assertThat(EventLog.headers(letter).get(Headers.DEAD_LETTER_REASON)).as(place).isNotBlank();
    if (letter.value() == null) {
      assertThat(original.bytes()).as(place).isNull();
    } else if (letter.value().length == original.length()) {
      assertThat(Digest.of(letter.value())).as(place).isEqualTo(original.bytes());
    } else {
      assertThat(EventLog.headers(letter).get(Headers.DEAD_LETTER_REASON))
          .as(place)
          .contains("bytes, of which the first");
    }
  }

  private long setAside(String topic) throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement("select count(*) from dead_letter where topic like ?")) {
      statement.setString(1, topic);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
