package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WireMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class DeliveryIT {
  @Inject Journal journal;

  @Test
  void appliesEventsOnceThatAreDeliveredTwice() {
    var run = Run.cloud(journal, "twice").module("a").module("b");
    var again = journal.next(registered(run.environment, "c"));
    journal.send(again);
    journal.send(again);
    journal.send(again);
    journal.append(registered(run.environment, "d"));

    journal.flush();
    Api.await(
        "all modules",
        () ->
            Api.code(run.path() + "/status") == 200
                && Api.get(run.path() + "/modules").getList("items").size() == 4);

    assertThat(Api.get(run.path() + "/status").getLong("asOf.sequence"))
        .isEqualTo(run.events() + 2);
  }

  @Test
  void keepsRecordsThatAreNoEventsAndGoesOn() {
    var run = Run.cloud(journal, "garbage").module("a");
    var headers = new HashMap<String, String>();
    headers.put("ce_type", "module-prepared.v1");
    headers.put("colour", "blue");
    journal.send(run.environment, new WireMessage(headers, bytes("\0\1\2 no event")));
    journal.send(run.environment, new WireMessage(Map.of(), bytes("{}")));
    run.module("b");

    assertThat(Api.statusOf(run).getLong("asOf.sequence")).isEqualTo(run.events());
    assertThat(Api.get(run.path() + "/modules").getList("items")).hasSize(2);
    var kept = deadLetters();
    assertThat(kept).hasSize(2);
    assertThat(kept.getFirst().value()).isEqualTo(bytes("\0\1\2 no event"));
    assertThat(header(kept.getFirst(), "colour")).isEqualTo("blue");
    assertThat(header(kept.getFirst(), "flexup_topic")).isEqualTo(journal.topic());
    assertThat(header(kept.getFirst(), "flexup_reason")).contains("ce_subject");
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("flexup_projection_dead_letters_total 2.0");
  }

  @Test
  void stopsAtAGapAndSaysWhatIsMissing() {
    var sent = new ArrayList<Journal.Said>();
    journal.through(record -> {
      sent.add(record);
      journal.put(record);
    });
    var run = Run.cloud(journal, "gappy").module("a");
    Api.statusOf(run);
    journal.through(journal::put);
    var withheld = journal.next(registered(run.environment, "withheld"));
    var after = journal.append(registered(run.environment, "after"));
    journal.flush();

    Api.await("readiness to fall", () -> Api.code("/q/health/ready") == 503);

    var said = RestAssured.get("/q/health/ready").asString();
    assertThat(said).contains("environment/gappy", "expected sequence 4, found 5");
    assertThat(said).contains("/api/v1/views/rebuild");
    assertThat(Api.get("/api/v1/views").getString("problems[0]")).contains("environment/gappy");
    assertThat(Api.get(run.path() + "/status").getLong("asOf.sequence")).isEqualTo(run.events());
    assertThat(Api.get(run.path() + "/modules").getList("items")).hasSize(1);

    // The missing event comes too late for the topic: a rebuild meets the same gap and says so.
    journal.send(withheld);
    journal.flush();
    Rebuilding.start();
    var views = Rebuilding.end(Duration.ofSeconds(30));
    assertThat(views.getString("rebuild.state")).isEqualTo("failed");
    assertThat(views.getString("rebuild.problem")).contains("environment/gappy");
    assertThat(Api.get(run.path() + "/modules").getList("items")).hasSize(1);

    // The journal is published again into the same topic: now nothing is missing.
    sent.forEach(journal::put);
    journal.send(withheld);
    journal.send(after);
    journal.flush();
    Rebuilding.ofAllViews(Duration.ofSeconds(30));
    assertThat(Api.get(run.path() + "/status").getLong("asOf.sequence"))
        .isEqualTo(run.events() + 2);
    assertThat(Api.get(run.path() + "/modules").getList("items")).hasSize(3);
    Api.await("readiness to rise", () -> Api.code("/q/health/ready") == 200);
    run.module("live");
    Api.await(
        "the partition to go on",
        () -> Api.get(run.path() + "/modules").getList("items").size() == 4);
  }

  private static ModuleRegistered registered(EnvironmentName environment, String name) {
    return new ModuleRegistered(
        environment, new ModuleId(name), ModuleKind.LIBRARY, List.of(), null, 0, null);
  }

  private List<ConsumerRecord<byte[], byte[]>> deadLetters() {
    var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
    var settings = Map.<String, Object>of("bootstrap.servers", journal.broker());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partition = new TopicPartition(Topics.deadLettersOf(journal.topic()), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
    }
    return found;
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
