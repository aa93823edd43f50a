package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WorkerMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** This release beside, and after, a later one. */
@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "later_release_it"))
@QuarkusTestResource(FakeStore.class)
class LaterReleaseIT {
  private static final String LATER = "{ \"environment\":\"x\",  \"frozen\": 1e2 }";

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers = "";

  @Inject DataSource database;

  private TestWorker worker;
  private EventLog log;

  @BeforeEach
  void hire() {
    worker = new TestWorker(bootstrapServers);
    log = new EventLog(bootstrapServers);
  }

  @AfterEach
  void dismiss() throws InterruptedException {
    worker.dismiss();
  }

  @Test
  @DisplayName("G15: an event of a later release is published as it is; nothing is decided on it")
  void decidesNothingOnWhatItDoesNotUnderstand() throws SQLException {
    factory("rolled-back");
    append("environment/rolled-back", "rolled-back", "environment-frozen.v1", LATER);

    given().get("/api/v1/environments/rolled-back").then().statusCode(200);
    given().get("/api/v1/environments/rolled-back/modules").then().statusCode(200);
    Operator.upgrade("rolled-back", "11.9.0")
        .then()
        .statusCode(409)
        .body("type", endsWith("/later-release"))
        .body("eventType", equalTo("environment-frozen.v1"))
        .body("detail", containsString("run the later release again"));
    Operator.register("rolled-back", true, module("New")).then().statusCode(409);

    endsReady("goes-on");
    log.read(
        Topics.UPGRADE_EVENTS,
        received -> {
          var headers = EventLog.headers(received);
          return "environment-frozen.v1".equals(headers.get(Headers.TYPE))
              && "environment/rolled-back".equals(headers.get(Headers.SUBJECT))
              && LATER.equals(new String(received.value(), UTF_8));
        });
  }

  @Test
  @DisplayName(
      "G15: an event of a known type that cannot be read is treated as one of a later type")
  void decidesNothingOnAKnownTypeThatItCannotRead() throws SQLException {
    factory("new-kind");
    append("environment/new-kind", "new-kind", "module-registered.v1", "{\"kind\":\"robot\"}");

    given().get("/api/v1/environments/new-kind").then().statusCode(200);
    Operator.upgrade("new-kind", "11.9.0").then().statusCode(409);
    endsReady("goes-on-too");
  }

  @Test
  @DisplayName("G15: outcomes for an upgrade with events of a later release can be replayed")
  void keepsOutcomesThatItMustNotTake() throws SQLException {
    worker.losing(request -> request.environment().value().equals("under-way"));
    factory("under-way");
    var upgrade = Operator.upgrade("under-way", "11.9.0").path("upgradeId").toString();
    var request =
        Waiting.until(
            () -> worker.taken().stream().filter(r -> r.environment().value().equals("under-way")));
    append("upgrade/" + upgrade, "under-way", "preparation-frozen.v1", LATER);

    worker.say(worker.outcome(request));

    log.read(
        Topics.deadLettersOf(Topics.PREPARE_OUTCOMES),
        received ->
            String.valueOf(EventLog.headers(received).get(Headers.DEAD_LETTER_REASON))
                .contains("preparation-frozen.v1"));
    given().get("/api/v1/upgrades/{id}", upgrade).then().statusCode(200);
    Operator.steer(upgrade, "pause", "reason", "x").then().statusCode(409);
    endsReady("goes-on-as-well");
  }

  @Test
  @DisplayName("G15: a later worker's fields are ignored; what it says in new ways is set aside")
  void understandsWhatItCanOfALaterWorker() {
    worker.losing(request -> request.environment().value().equals("new-worker"));
    factory("new-worker");
    Operator.upgrade("new-worker", "11.9.0");
    var request =
        Waiting.until(() ->
            worker.taken().stream().filter(r -> r.environment().value().equals("new-worker")));

    var outcome = worker.outcome(request);
    later(Topics.PREPARE_OUTCOMES, outcome, "\"result\":\"prepared\"", "\"result\":\"melted\"");
    later(Topics.WORKERS, outcome, "\"environment\"", "\"mood\":{\"a\":[1]},\"environment\"");
    later(
        Topics.PREPARE_OUTCOMES,
        outcome,
        "\"environment\"",
        "\"mood\":{\"a\":[null]},\"environment\"");

    var ended = log.until("new-worker", UpgradeEnded.class::isInstance);
    assertThat(((UpgradeEnded) ended.getLast()).result()).isEqualTo(UpgradeResult.READY);
    log.read(
        Topics.deadLettersOf(Topics.PREPARE_OUTCOMES),
        received -> new String(received.value(), UTF_8).contains("melted"));
  }

  private void later(String topic, WorkerMessage said, String now, String then) {
    var message = new MessageCodec().encode(UUID.randomUUID(), Instant.now(), said);
    var text = new String(message.payload(), UTF_8);
    assertThat(text).contains(now);
    worker.send(
        topic, "k", new WireMessage(message.headers(), text.replace(now, then).getBytes(UTF_8)));
  }

  private void endsReady(String environment) {
    factory(environment);
    Operator.upgrade(environment, "11.9.0").then().statusCode(202);
    var ended = log.until(environment, UpgradeEnded.class::isInstance);
    assertThat(((UpgradeEnded) ended.getLast()).result()).isEqualTo(UpgradeResult.READY);
  }

  private static void factory(String environment) {
    Operator.create(environment, "cloud", "enterprise", "11.8.0").then().statusCode(201);
    Operator.register(environment, true, module("A")).then().statusCode(200);
  }

  /** Appends as a later release did. */
  private void append(String stream, String environment, String type, String payload)
      throws SQLException {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                """
                insert into journal (stream, sequence, event_id, environment, wire_name, payload)
                select ?, max(sequence) + 1, gen_random_uuid(), ?, ?, ?::json
                from journal where stream = ?
                """)) {
      statement.setString(1, stream);
      statement.setString(2, environment);
      statement.setString(3, type);
      statement.setString(4, payload);
      statement.setString(5, stream);
      statement.executeUpdate();
    }
  }
}
