package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.events.WireMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "dead_letters_it"))
@QuarkusTestResource(FakeStore.class)
class DeadLettersIT {
  private static final String ALL = "/api/v1/dead-letters";
  private static final String REPLAY = ALL + "/replay";

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
  @DisplayName("G13: what could once not be read is replayed, and then counts")
  void consumesWhatIsReplayed() {
    worker.losing(request -> request.unit().value().equals("Late"));
    Operator.create("replayed-1", "cloud", "enterprise", "11.8.0");
    Operator.register("replayed-1", true, module("Late"));
    Operator.upgrade("replayed-1", "11.9.0");
    var request =
        Waiting.until(() ->
            worker.taken().stream().filter(r -> r.environment().value().equals("replayed-1")));
    var said = new MessageCodec().encode(UUID.randomUUID(), Instant.now(), worker.outcome(request));
    var letter = letter(said, "an older release did not know a property " + UUID.randomUUID());

    var listed = find(letter);
    assertThat(listed).containsEntry("replayed", null).containsEntry("origin", "3@1042");
    var place = String.valueOf(listed.get("place"));
    replay(Map.of("letters", List.of(place), "requestedBy", "grace"), "key-" + place)
        .statusCode(202)
        .body("message", containsString("1 dead letters go back"));

    var ended = log.until("replayed-1", UpgradeEnded.class::isInstance);
    assertThat(((UpgradeEnded) ended.getLast()).result()).isEqualTo(UpgradeResult.READY);
    assertThat(ended).noneMatch(PrepareAttemptFailed.class::isInstance);
    var again = find(letter);
    assertThat(again.get("replayed")).asString().contains("by=grace");
    replay(Map.of("letters", List.of(place), "requestedBy", "grace"), "key-" + place)
        .statusCode(202);
    replay(Map.of("letters", List.of(place)), "other")
        .statusCode(409)
        .body("type", endsWith("/already-replayed"))
        .body("detail", containsString("grace"));
    assertThat(timesReplayed(place)).isEqualTo(1);
    replay(Map.of("letters", List.of(place), "again", true), "other-2").statusCode(202);
    assertThat(timesReplayed(place)).isEqualTo(2);
  }

  @Test
  @DisplayName(
      "G13: poison is listed with its reason, goes back byte for byte, and is set aside again")
  void putsBackWhatStoodThere() {
    var poison = "no event at all " + UUID.randomUUID();
    worker.send(
        Topics.PREPARE_OUTCOMES,
        "the-key",
        new WireMessage(Map.of("x", "y"), poison.getBytes(UTF_8)));
    var letter =
        Waiting.until(() -> letters(Topics.PREPARE_OUTCOMES, "").stream().filter(is(poison)));

    assertThat(letter.get("reason")).asString().contains("ce_type is missing");
    assertThat(letter.get("key")).asString().contains("the-key");
    assertThat(letter.get("headers")).asString().contains("name=x").doesNotContain("flexup_");
    replay(Map.of("letters", List.of(letter.get("place"))), "poison").statusCode(202);

    var twice =
        Waiting.until(() -> {
          var found = letters(Topics.PREPARE_OUTCOMES, "").stream().filter(is(poison)).toList();
          return found.stream().filter(_ -> found.size() == 2);
        });
    assertThat(twice).as("the newest first").containsEntry("replayed", null);
    assertThat(twice.get("place")).isNotEqualTo(letter.get("place"));
    assertThat(twice.get("key")).isEqualTo(letter.get("key"));
    assertThat(twice.get("headers")).isEqualTo(letter.get("headers"));
  }

  @Test
  void pagesThroughATopicAndFiltersByReason() {
    var mark = "page-" + UUID.randomUUID();
    for (int i = 0; i < 5; i++) {
      letter(new WireMessage(Map.of(), new byte[] {(byte) 0xff, (byte) i}), mark + (i % 2));
    }
    Waiting.until(
        () -> letters(Topics.PREPARE_OUTCOMES, mark).stream().filter(l -> shown(l).equals("ff04")));

    var places = new ArrayList<String>();
    var cursor = "";
    int pages = 0;
    do {
      var page = page(Map.of("reason", mark, "cursor", cursor, "limit", 2));
      places.addAll(page.getList("items.payload.shown"));
      cursor = page.getString("next");
      pages++;
    } while (cursor != null);

    assertThat(places).containsExactly("ff04", "ff03", "ff02", "ff01", "ff00");
    assertThat(pages).isBetween(3, 4);
    var odd = replay(Map.of("topic", Topics.PREPARE_OUTCOMES, "reason", mark + "1"), "odd");
    odd.statusCode(202);
    assertThat(odd.extract().jsonPath().getList("letters")).hasSize(2);
    replay(Map.of("topic", Topics.PREPARE_OUTCOMES, "reason", mark), "rest").statusCode(202);
    var none = replay(Map.of("topic", Topics.PREPARE_OUTCOMES, "reason", mark), "none");
    assertThat(none.statusCode(200).extract().jsonPath().getInt("leftOut")).isEqualTo(5);
  }

  @Test
  void refusesToReplayWhatWouldNotHelpAndSaysWhatDoes() {
    for (var topic : List.of(Topics.UPGRADE_EVENTS, Topics.WORKERS)) {
      replay(Map.of("topic", topic), "no-" + topic)
          .statusCode(422)
          .body("type", endsWith("/not-replayable"));
      replay(Map.of("letters", List.of(topic + "/0/0")), "no-0-" + topic)
          .statusCode(422)
          .body("type", endsWith("/not-replayable"));
    }
    replay(Map.of("topic", Topics.UPGRADE_EVENTS), "events")
        .body("detail", containsString("delete from relay_checkpoint where source = 'journal'"));
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    var none = Topics.PREPARE_OUTCOMES + "/0/999999999";
    replay(Map.of("letters", List.of(none)), "w-1")
        .statusCode(404)
        .body("type", endsWith("/dead-letter-not-found"))
        .body("detail", containsString(none));
    replay(Map.of("letters", List.of("nowhere")), "w-2").statusCode(422);
    replay(Map.of(), "w-3").statusCode(422);
    replay(Map.of("topic", "flexup.nothing"), "w-4")
        .statusCode(422)
        .body("detail", containsString("flexup.prepare-requests"));
    given().queryParam("cursor", "%%").get(ALL).then().statusCode(400);
    given().queryParam("topic", "x").get(ALL).then().statusCode(422);
    given().get(ALL + "/" + none).then().statusCode(404);
  }

  /** Writes a dead letter as an older release did; returns its reason. */
  private String letter(WireMessage message, String reason) {
    var headers = new HashMap<>(message.headers());
    headers.put("flexup_reason", reason);
    headers.put("flexup_topic", Topics.PREPARE_OUTCOMES);
    headers.put("flexup_partition", "3");
    headers.put("flexup_offset", "1042");
    worker.send(
        Topics.deadLettersOf(Topics.PREPARE_OUTCOMES),
        "replayed-1",
        new WireMessage(headers, message.payload()));
    return reason;
  }

  private static Map<String, Object> find(String reason) {
    return Waiting.until(() -> letters(Topics.PREPARE_OUTCOMES, reason).stream());
  }

  private static List<Map<String, Object>> letters(String topic, String reason) {
    return page(Map.of("topic", topic, "reason", reason)).getList("items");
  }

  private static JsonPath page(Map<String, Object> query) {
    Response page = given().queryParams(query).get(ALL);
    assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
    return page.jsonPath();
  }

  private static Predicate<Map<String, Object>> is(String payload) {
    return letter -> shown(letter).equals(payload);
  }

  private static String shown(Map<String, Object> letter) {
    return letter.get("payload") instanceof Map<?, ?> payload
        ? String.valueOf(payload.get("shown"))
        : "";
  }

  private static ValidatableResponse replay(Map<String, Object> body, String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post(REPLAY)
        .then();
  }

  private int timesReplayed(String place) {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select count(*) from dead_letter_replay where topic || '/0/' || letter_offset = ?")) {
      statement.setString(1, place);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
