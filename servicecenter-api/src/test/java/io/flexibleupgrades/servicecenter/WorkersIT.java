package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerHeartbeat.RunningAttempt;
import io.flexibleupgrades.events.WorkerName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class WorkersIT {
  @Inject Journal journal;

  @ConfigProperty(name = "mp.messaging.incoming.workers.topic")
  String topic = "";

  @Test
  @DisplayName(
      "shows who works on what, where it runs and when it ends, until the worker is silent")
  void showsWhatWorkersSay() {
    var run = Run.cloud(journal, "worked-on").module("a").module("b");
    run.start().platformUpgraded().preparing().prepared("a");
    Api.statusOf(run);

    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", journal.broker()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      // Only what is said from now on is heard: it is said until it is.
      Api.await(
          "the worker to be heard",
          () -> {
            var _ =
                producer.send(
                    new ProducerRecord<>(topic, "garbage".getBytes(StandardCharsets.UTF_8)));
            var _ = producer.send(heartbeat(run));
            return RestAssured.get("/api/v1/workers").jsonPath().getInt("slots") == 3;
          });
    }

    var workers = RestAssured.get("/api/v1/workers").jsonPath();
    assertThat(workers.getString("items[0].worker")).isEqualTo("w-1");
    assertThat(workers.getString("items[0].running[0].module")).isEqualTo("b");
    assertThat(page("/environments/worked-on/workers"))
        .contains("w-1", "1 of 3", "javac 25", "/environments/worked-on/modules/b\">b</a>");
    assertThat(page("/environments/worked-on/details"))
        .contains("on w-1, for ", "attempt 2", "of compiling on 3 slots");
    Api.await(
        "the silent worker to go",
        Duration.ofSeconds(30),
        () -> RestAssured.get("/api/v1/workers").jsonPath().getList("items").isEmpty());
  }

  private ProducerRecord<byte[], byte[]> heartbeat(Run run) {
    var attempt =
        new RunningAttempt(run.upgrade, run.environment, new UnitId("b"), 2, Instant.now());
    var heartbeat =
        new WorkerHeartbeat(new WorkerName("w-1"), 3, "javac 25", false, List.of(attempt));
    WireMessage message = new MessageCodec().encode(UUID.randomUUID(), Instant.now(), heartbeat);
    var sent = new ProducerRecord<byte[], byte[]>(topic, message.payload());
    message
        .headers()
        .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return sent;
  }

  private static String page(String path) {
    return given().accept("text/html").get(path).then().statusCode(200).extract().asString();
  }
}
