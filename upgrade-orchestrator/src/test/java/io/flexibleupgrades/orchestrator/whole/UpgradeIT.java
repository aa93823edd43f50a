package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.events.WireMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class UpgradeIT {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers = "";

  @Inject DataSource database;

  private TestWorker worker;
  private EventLog log;

  /** Short deadlines, so that a test sees them pass. */
  public static class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "flexup.timers.lease", "2S",
          "flexup.timers.pickup", "1S",
          "flexup.timers.tick", "0.1S",
          "flexup.timers.retry-pauses", "0.05S,0.05S,0.05S",
          "flexup.deployment.folder", "target/deployments",
          "flexup.deployment.patience", "1S");
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
  @DisplayName(
      "B7, B8, B14: cloud prepares by itself, after the platform upgrade, with the new platform")
  void preparesByItselfAfterThePlatformUpgrade() {
    factory("cloud-1", "cloud", module("A"), module("B", "A"), module("C", "B"));

    assertThat(Operator.upgrade("cloud-1", "11.9.0").statusCode()).isEqualTo(202);
    var events = untilEnd("cloud-1");

    assertThat(first(events, PlatformUpgraded.class))
        .isLessThan(first(events, PreparationStarted.class));
    assertThat(first(events, PreparationStarted.class))
        .isLessThan(first(events, ModulePrepareRequested.class));
    assertThat(of(events, ModulePrepared.class))
        .hasSize(3)
        .allSatisfy(e -> assertThat(e.platform().digest()).isEqualTo(FakeStore.digest("11.9.0")));
    assertThat(of(events, PreparationEnded.class).getFirst().prepared()).isEqualTo(3);
    assertThat(of(events, UpgradeEnded.class).getFirst().result()).isEqualTo(UpgradeResult.READY);
  }

  @Test
  @DisplayName(
      "B16, B17, B35, B37: producers first, a cycle together, consumers of a failure skipped")
  void skipsTheConsumersOfAFailedProducer() {
    worker.failing("Bad");
    factory(
        "failing-1",
        "cloud",
        module("Bad"),
        module("Good"),
        module("X", "Y", "Good"),
        module("Y", "X"),
        module("C", "Bad", "X"),
        module("D", "C"));

    Operator.upgrade("failing-1", "11.9.0");
    var events = untilEnd("failing-1");

    assertThat(of(events, PreparationEnded.class).getFirst())
        .extracting("prepared", "failed", "skipped")
        .containsExactly(3, 1, 2);
    var cycle =
        of(events, ModulePrepareRequested.class).stream()
            .filter(request -> request.modules().size() == 2)
            .findFirst()
            .orElseThrow();
    assertThat(cycle.modules())
        .extracting(RequestedModule::module)
        .containsExactly(new ModuleId("X"), new ModuleId("Y"));
    assertThat(of(events, UpgradeEnded.class).getFirst().result())
        .isEqualTo(UpgradeResult.READY_WITH_ERRORS);
  }

  @Test
  @DisplayName("B5: only modules that run are in scope")
  void excludesModulesThatDoNotRun() {
    Operator.create("scope-1", "cloud", "enterprise", "11.8.0");
    Operator.register("scope-1", true, module("Runs"));
    Operator.register("scope-1", false, module("Rests"));

    Operator.upgrade("scope-1", "11.9.0");
    var events = untilEnd("scope-1");

    assertThat(of(events, PlatformUpgraded.class).getFirst().moduleCount()).isEqualTo(1);
    assertThat(of(events, ModulesExcluded.class).getFirst().modules())
        .singleElement()
        .satisfies(module -> assertThat(module.module()).isEqualTo(new ModuleId("Rests")));
  }

  @Test
  @DisplayName("B27: nothing in scope ends at once as a success")
  void endsAtOnceWithNothingInScope() {
    Operator.create("empty-1", "cloud", "enterprise", "11.8.0");

    Operator.upgrade("empty-1", "11.9.0");

    assertThat(of(untilEnd("empty-1"), UpgradeEnded.class).getFirst().result())
        .isEqualTo(UpgradeResult.READY);
  }

  @Test
  @DisplayName("B39: a lost request and a dead worker are requested again, three times at most")
  void requestsAgainWhatGotLost() {
    worker.losing(request -> request.unit().value().equals("Lost") && request.attempt() == 1);
    worker.dyingOn(request -> request.unit().value().equals("Deadly"));
    factory("lost-1", "cloud", module("Lost"), module("Deadly"), module("C", "Deadly"));

    Operator.upgrade("lost-1", "11.9.0");
    var events = untilEnd("lost-1");

    assertThat(of(events, PreparationEnded.class).getFirst())
        .extracting("prepared", "failed", "skipped")
        .containsExactly(1, 1, 1);
    assertThat(of(events, PrepareAttemptFailed.class))
        .filteredOn(e -> e.unit().value().equals("Deadly"))
        .hasSize(3)
        .allSatisfy(e -> assertThat(e.kind()).isEqualTo(FailureKind.INFRASTRUCTURE));
  }

  @Test
  @DisplayName("G4: what an earlier attempt says late changes nothing")
  void ignoresOutcomesThatNoLongerCount() {
    worker.losing(request -> request.unit().value().equals("Slow") && request.attempt() == 1);
    worker.dyingOn(request -> request.unit().value().equals("Slow") && request.attempt() == 2);
    factory("late-1", "cloud", module("Slow"));
    Operator.upgrade("late-1", "11.9.0");
    log.until("late-1", event -> event instanceof ModulePrepareRequested r && r.attempt() == 2);

    worker.failing("Slow");
    var first = worker.taken().stream().filter(r -> r.attempt() == 1).findFirst().orElseThrow();
    worker.say(worker.outcome(first));
    worker.notFailing("Slow");

    assertThat(of(untilEnd("late-1"), PreparationEnded.class).getFirst().prepared()).isEqualTo(1);
  }

  @Test
  @DisplayName("G8: every stream reaches the topic in order and without a gap")
  void publishesEveryStreamInOrder() {
    factory("order-1", "cloud", module("A"), module("B", "A"));
    Operator.upgrade("order-1", "11.9.0");

    var next = new HashMap<String, Long>();
    for (JournalRecord r : log.recordsUntil("order-1", UpgradeEnded.class::isInstance)) {
      assertThat(r.sequence()).isEqualTo(next.merge(r.stream().name(), 1L, Long::sum));
    }
    assertThat(next).hasSize(2);
  }

  @Test
  @DisplayName("G8: one batch keeps its order where transaction ids grow by a digit")
  void publishesInOrderAcrossADigitOfTransactionIds() throws SQLException {
    Operator.create("digit-1", "cloud", "enterprise", "11.8.0");
    try (var older = database.getConnection()) {
      older.setAutoCommit(false);
      long id = transactionId(older);
      Operator.register("digit-1", true, module("Before"));
      long boundary = (long) Math.pow(10, Long.toString(id).length());
      try (var others = database.getConnection()) {
        execute(
            others,
            "do $$ begin for i in 1..%d loop perform pg_current_xact_id(); commit; end loop; end $$"
                .formatted(boundary - id));
        assertThat(transactionId(others)).isGreaterThan(boundary);
      }
      Operator.register("digit-1", true, module("After"));
      // The open transaction hid all of it from the relay: it comes in one batch now.
      older.commit();
    }

    long next = 1;
    for (var journalled :
        log.recordsUntil(
            "digit-1",
            event ->
                event instanceof ModuleAdopted adopted
                    && adopted.module().equals(new ModuleId("After")))) {
      assertThat(journalled.sequence()).isEqualTo(next++);
    }
    assertThat(next).isEqualTo(6);
  }

  @Test
  @DisplayName("G13: poison on the orchestrator's topics is set aside with its reason")
  void setsPoisonAside() {
    for (var topic : List.of(Topics.PREPARE_OUTCOMES, Topics.WORKERS)) {
      worker.send(topic, "k", new WireMessage(Map.of("ce_type", "prepare-outcome.v1"), bytes("{")));
      worker.send(topic, "k", new WireMessage(Map.of(), bytes("no event at all")));
    }
    factory("poison-1", "cloud", module("A"));
    Operator.upgrade("poison-1", "11.9.0");
    untilEnd("poison-1");

    for (var topic : List.of(Topics.PREPARE_OUTCOMES, Topics.WORKERS)) {
      log.read(
          Topics.deadLettersOf(topic),
          received ->
              Arrays.equals(received.value(), bytes("no event at all"))
                  && String.valueOf(EventLog.headers(received).get("flexup_reason"))
                      .contains("ce_type is missing"));
    }
  }

  private void factory(String environment, String kind, Operator.Module... modules) {
    assertThat(Operator.create(environment, kind, "enterprise", "11.8.0").statusCode())
        .isEqualTo(201);
    assertThat(Operator.register(environment, true, modules).statusCode()).isEqualTo(200);
  }

  private List<Event> untilEnd(String environment) {
    var events = log.until(environment, UpgradeEnded.class::isInstance);
    assertThat(of(events, UpgradeStarted.class)).hasSize(1);
    return events;
  }

  private static <E> List<E> of(List<Event> events, Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static int first(List<Event> events, Class<?> type) {
    for (int i = 0; i < events.size(); i++) {
      if (type.isInstance(events.get(i))) {
        return i;
      }
    }
    throw new AssertionError("There is no " + type.getSimpleName() + " in " + events);
  }

  private static long transactionId(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_current_xact_id()::text::bigint")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
