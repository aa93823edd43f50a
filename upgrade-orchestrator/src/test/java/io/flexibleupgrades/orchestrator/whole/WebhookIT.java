package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.notification.Notifications;
import io.flexibleupgrades.orchestrator.whole.WebhookReceiver.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whole upgrades, and what their receivers are told. */
@QuarkusTest
@TestProfile(WebhookIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "webhook_it"))
@QuarkusTestResource(FakeStore.class)
class WebhookIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration QUIET = Duration.ofSeconds(1);

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers = "";

  @Inject Transactions transactions;
  @Inject Notifications notifications;

  private TestWorker worker;
  private EventLog log;

  /** Short pauses, so that a test sees them pass. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "flexup.timers.tick", "0.1S",
          "flexup.webhooks.tick", "0.1S",
          "flexup.webhooks.request-timeout", "20S",
          "flexup.webhooks.pauses", "0.2S,0.3S,0.5S,1S,2S,5S,10S,20S,20S");
    }
  }

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
  void tellsOnceThatAnUpgradeStartedAndOnceThatItEnded() throws Exception {
    worker.failing("Bad");
    factory("told-1", "Bad", "Good");
    try (var receiver = WebhookReceiver.willing()) {
      var secret = secretOf(put("told-1", "ops", receiver.url()));

      var upgrade = upgrade("told-1");
      receiver.await(2);
      Thread.sleep(QUIET);

      assertThat(receiver.received()).hasSize(2).allSatisfy(r -> r.verify(secret));
      var started = of(receiver, "upgrade.started");
      assertThat(started.facts())
          .containsEntry("environment", "told-1")
          .containsEntry("upgradeId", upgrade)
          .containsEntry("from", "11.8.0")
          .containsEntry("to", "11.9.0")
          .containsEntry("requestedBy", "test")
          .doesNotContainKey("result");
      var ended = of(receiver, "upgrade.ended");
      assertThat(ended.facts())
          .containsEntry("upgradeId", upgrade)
          .containsEntry("from", "11.8.0")
          .containsEntry("to", "11.9.0")
          .containsEntry("result", "ready-with-errors")
          .containsEntry("prepared", 1)
          .containsEntry("failed", 1)
          .containsEntry("skipped", 0);
      assertThat(ended.id()).isNotEqualTo(started.id());
      var shown = shown("told-1", "ops", w -> w.getInt("pending") == 0);
      assertThat(shown.getInt("lastDelivery.status")).isEqualTo(200);
      assertThat(shown.getInt("lastDelivery.attempts")).isEqualTo(1);
      assertThat(shown.<String>get("lastDelivery.error")).isNull();
      assertThat(given().get("/q/metrics").asString())
          .contains("flexup_webhook_attempts_total{result=\"delivered\"}");
    }
  }

  @Test
  @DisplayName("B43, B46: who cancels an upgrade and who prepares it again is told, and why")
  void tellsThatAnUpgradeWasCancelledAndStartedAgain() throws Exception {
    worker.losing(_ -> true);
    factory("stop-1", "A");
    try (var receiver = WebhookReceiver.willing()) {
      put("stop-1", "ops", receiver.url());
      var upgrade = upgrade("stop-1");
      receiver.await(1);
      log.until("stop-1", ModulePrepareRequested.class::isInstance);

      steer(upgrade, "cancel", "ada", "too late");
      var cancelled = receiver.await(2).getLast();
      worker.losing(_ -> false);
      steer(upgrade, "prepare", "grace", "fixed");
      var again = receiver.await(4).get(2);

      assertThat(cancelled.type()).isEqualTo("upgrade.ended");
      assertThat(cancelled.facts())
          .containsEntry("result", "cancelled")
          .containsEntry("platform", "11.9.0")
          .containsEntry("requestedBy", "ada")
          .containsEntry("reason", "too late");
      assertThat(again.type()).isEqualTo("upgrade.started");
      assertThat(again.facts())
          .containsEntry("from", "11.8.0")
          .containsEntry("requestedBy", "grace")
          .containsEntry("reason", "fixed");
      assertThat(receiver.received().getLast().facts()).containsEntry("result", "ready");
    }
  }

  @Test
  void triesAgainWithTheSameIdUntilTheReceiverTakesIt() throws Exception {
    worker.losing(_ -> true);
    factory("again-1", "Lost");
    try (var receiver = new WebhookReceiver(0, n -> n < 2 ? 500 : 200)) {
      var secret = secretOf(put("again-1", "ops", receiver.url()));

      upgrade("again-1");
      var attempts = receiver.await(3);

      assertThat(attempts).allSatisfy(r -> r.verify(secret));
      assertThat(attempts).extracting(Received::id).containsOnly(attempts.getFirst().id());
      assertThat(attempts).extracting(Received::body).containsOnly(attempts.getFirst().body());
      var shown = shown("again-1", "ops", w -> w.getInt("pending") == 0);
      assertThat(shown.getInt("lastDelivery.attempts")).isEqualTo(3);
      assertThat(shown.getString("lastDelivery.id")).isEqualTo(attempts.getFirst().id());
    }
  }

  @Test
  void deliversLaterWhatAReceiverMissedWhileItWasDown() throws Exception {
    int port;
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    factory("down-1", "A");
    var secret = secretOf(put("down-1", "ops", "http://127.0.0.1:" + port + "/hook"));

    upgrade("down-1");
    log.until("down-1", UpgradeEnded.class::isInstance);
    var shown = shown("down-1", "ops", w -> w.getInt("pending") == 2);
    assertThat(shown.getString("lastDelivery.error")).contains("accepts no connection");

    try (var receiver = new WebhookReceiver(port, _ -> 204)) {
      assertThat(receiver.await(2))
          .allSatisfy(r -> r.verify(secret))
          .extracting(Received::type)
          .containsExactlyInAnyOrder("upgrade.started", "upgrade.ended");
    }
  }

  @Test
  void isNotHeldUpByAReceiverThatNeverAnswers() throws Exception {
    factory("slow-1", "A");
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var willing = WebhookReceiver.willing()) {
      put("slow-1", "a-silent", "http://127.0.0.1:" + silent.getLocalPort() + "/");
      put("slow-1", "willing", willing.url());

      upgrade("slow-1");

      willing.await(2);
      log.until("slow-1", UpgradeEnded.class::isInstance);
      assertThat(shown("slow-1", "a-silent", _ -> true).getInt("pending")).isEqualTo(2);
    }
  }

  @Test
  void disablesAWebhookWhoseReceiverIsGone() throws Exception {
    factory("gone-1", "A");
    try (var receiver = new WebhookReceiver(0, n -> n == 0 ? 410 : 200)) {
      put("gone-1", "ops", receiver.url());

      upgrade("gone-1");
      log.until("gone-1", UpgradeEnded.class::isInstance);
      var shown =
          shown("gone-1", "ops", w -> w.get("disabled") != null && w.getInt("pending") == 0);
      Thread.sleep(QUIET);

      assertThat(shown.getString("disabled")).contains("410 Gone", "Put the webhook again");
      assertThat(shown.getInt("lastDelivery.status")).isEqualTo(410);
      assertThat(receiver.received()).hasSize(1);

      var again = put("gone-1", "ops", receiver.url());
      assertThat(again.getBoolean("changed")).isTrue();
      assertThat(shown("gone-1", "ops", _ -> true).<String>get("disabled")).isNull();
    }
  }

  @Test
  void givesUpAfterTheLastAttemptAndKeepsTheReason() throws Exception {
    factory("never-1");
    try (var receiver = new WebhookReceiver(0, _ -> 307)) {
      put("never-1", "ops", receiver.url());

      upgrade("never-1");
      log.until("never-1", UpgradeEnded.class::isInstance);
      receiver.await(2);
      transactions.execute(connection -> attempted(connection, "never-1", 9));

      var shown = shown("never-1", "ops", w -> w.getInt("givenUp") == 2);
      assertThat(shown.getInt("pending")).isZero();
      assertThat(shown.getInt("lastDelivery.attempts")).isEqualTo(10);
      assertThat(shown.getString("lastDelivery.error"))
          .contains("Given up after 10 attempts", "307", "redirects are not followed");
    }
  }

  @Test
  void tellsNothingThatWasRolledBack() throws Exception {
    factory("back-1", "A");
    try (var receiver = WebhookReceiver.willing()) {
      put("back-1", "ops", receiver.url());
      var upgrade = upgrade("back-1");
      receiver.await(2);
      var reopened =
          new UpgradeReopened(new EnvironmentName("back-1"), UpgradeId.parse(upgrade), "nobody");

      assertThatThrownBy(() ->
              transactions.execute(connection -> {
                notifications.follow(connection, List.of(reopened));
                assertThat(pending(connection, "back-1")).isEqualTo(1);
                throw new SQLException("no disk");
              }))
          .hasMessageContaining("no disk");
      Thread.sleep(QUIET);

      assertThat(receiver.received()).hasSize(2);

      transactions.execute(connection -> notifications.follow(connection, List.of(reopened)));
      assertThat(receiver.await(3).getLast().facts()).containsEntry("requestedBy", "nobody");
    }
  }

  private static void factory(String environment, String... modules) {
    assertThat(Operator.create(environment, "cloud", "enterprise", "11.8.0").statusCode())
        .isEqualTo(201);
    for (var name : modules) {
      assertThat(Operator.register(environment, true, module(name)).statusCode()).isEqualTo(200);
    }
  }

  private static String upgrade(String environment) {
    var started = Operator.upgrade(environment, "11.9.0");
    assertThat(started.statusCode()).isEqualTo(202);
    return started.path("upgradeId");
  }

  private static void steer(String upgrade, String command, String requestedBy, String reason) {
    given()
        .contentType("application/json")
        .body(Map.of("requestedBy", requestedBy, "reason", reason))
        .post("/api/v1/upgrades/{upgrade}/{command}", upgrade, command)
        .then()
        .statusCode(202);
  }

  private static JsonPath put(String environment, String name, String url) {
    return given()
        .contentType("application/json")
        .body(Map.of("url", url))
        .put("/api/v1/environments/{env}/webhooks/{name}", environment, name)
        .jsonPath();
  }

  private static String secretOf(JsonPath put) {
    assertThat(put.getString("secret")).startsWith("whsec_");
    return put.getString("secret");
  }

  /** Returns how a webhook is shown as soon as it is so. */
  private static JsonPath shown(String environment, String name, Predicate<JsonPath> so)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var shown =
          given().get("/api/v1/environments/{env}/webhooks/{name}", environment, name).jsonPath();
      if (so.test(shown)) {
        return shown;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Still " + shown.prettify());
      }
      Thread.sleep(50);
    }
  }

  private static Received of(WebhookReceiver receiver, String type) {
    return receiver.received().stream()
        .filter(r -> r.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /** Makes it be as if so many attempts had been made, and the next one were due. */
  private static void attempted(Connection connection, String environment, int attempts)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update webhook_delivery set attempts = ?, due = clock_timestamp()
            where environment = ? and state = 'pending'
            """)) {
      statement.setInt(1, attempts);
      statement.setString(2, environment);
      assertThat(statement.executeUpdate()).isEqualTo(2);
    }
  }

  private static int pending(Connection connection, String environment) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select count(*) from webhook_delivery where environment = ? and state = 'pending'")) {
      statement.setString(1, environment);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    }
  }
}
