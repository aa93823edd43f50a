package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.UpgradeResult;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class SteeringIT extends WholeLife {

  @Test
  @DisplayName(
      "B46: paused, running compiles finish and nothing more is requested; resumed, it goes on")
  void pausesAndGoesOn() throws InterruptedException {
    worker.losing(request -> request.unit().value().equals("A"));
    var upgrade = upgrading("steer-pause", module("A"), module("B", "A"));
    journal("steer-pause").await(ModulePrepareRequested.class, 1);

    problem(Operator.steer(upgrade, "pause"), 422, "malformed-request", "reason");
    assertThat(Operator.steer(upgrade, "pause", "reason", "night").statusCode()).isEqualTo(202);
    assertThat(Operator.steer(upgrade, "pause", "reason", "night").statusCode()).isEqualTo(200);
    worker.answeringAll();
    journal("steer-pause").await(ModulePrepared.class, 1);
    Thread.sleep(500);

    assertThat(Operator.progress(upgrade)).isEqualTo("paused 1 0 0");
    assertThat(compiles("steer-pause", "B")).isEmpty();
    problem(Operator.publish("steer-pause", "A"), 423, "publish-locked", "paused at 50%");
    assertThat(journal("steer-pause").all(PreparationPaused.class))
        .singleElement()
        .extracting(PreparationPaused::requestedBy, PreparationPaused::reason)
        .containsExactly("test", "night");

    assertThat(Operator.steer(upgrade, "resume").statusCode()).isEqualTo(202);
    journal("steer-pause").await(UpgradeEnded.class, 1);
    assertThat(Operator.progress(upgrade)).isEqualTo("ready 2 0 0");
    problem(Operator.steer(upgrade, "pause", "reason", "late"), 409, "upgrade-ended", "ended");
  }

  @Test
  @DisplayName("B46: cancelled, what is settled stays and the lock is released")
  void cancels() {
    worker.losing(request -> request.unit().value().equals("Slow"));
    var upgrade = upgrading("steer-cancel", module("A"), module("Slow"), module("C", "Slow"));
    journal("steer-cancel").await(ModulePrepared.class, 1);

    assertThat(Operator.steer(upgrade, "cancel", "reason", "wrong").statusCode()).isEqualTo(202);
    assertThat(Operator.steer(upgrade, "cancel").statusCode()).isEqualTo(200);
    problem(Operator.steer(upgrade, "resume"), 409, "upgrade-ended", "cancelled");

    worker.answeringAll();
    assertThat(Operator.progress(upgrade)).isEqualTo("cancelled 1 0 0");
    assertThat(journal("steer-cancel").all(UpgradeCancelled.class)).hasSize(1);
    assertThat(published("steer-cancel", "A").published()).isEqualTo(1);

    Operator.steer(upgrade, "prepare");
    assertThat(journal("steer-cancel").await(UpgradeEnded.class, 1).result())
        .isEqualTo(UpgradeResult.READY);
    assertThat(Operator.progress(upgrade)).isEqualTo("ready 3 0 0");
  }

  @Test
  @DisplayName("B43: failed modules first, then what they held back; what is prepared stays so")
  void preparesAgainWhatIsNotPrepared() {
    worker.failing("Bad").failing("Worse");
    var upgrade =
        upgraded(
            "steer-again",
            module("Good"),
            module("Bad", "Good"),
            module("Worse"),
            module("C", "Bad"),
            module("D", "Bad", "Worse"));
    assertThat(Operator.progress(upgrade)).isEqualTo("ready-with-errors 1 2 2");
    worker.notFailing("Bad");

    assertThat(Operator.steer(upgrade, "prepare", "reason", "mended").statusCode()).isEqualTo(202);
    journal("steer-again").await(UpgradeEnded.class, 2);

    assertThat(Operator.progress(upgrade)).isEqualTo("ready-with-errors 3 1 1");
    assertThat(compiles("steer-again", "Good")).hasSize(1);
    assertThat(compiles("steer-again", "Bad")).extracting("attempt").containsExactly(1, 2);
    assertThat(compiles("steer-again", "C")).extracting("attempt").containsExactly(2);
    assertThat(compiles("steer-again", "D")).isEmpty();

    worker.notFailing("Worse");
    Operator.steer(upgrade, "prepare");
    journal("steer-again").await(UpgradeEnded.class, 3);
    assertThat(Operator.progress(upgrade)).isEqualTo("ready 5 0 0");
    assertThat(Operator.steer(upgrade, "prepare").statusCode()).isEqualTo(200);
    assertThat(journal("steer-again").all(UpgradeReopened.class)).hasSize(2);
  }

  @Test
  @DisplayName("B43: named modules bring back those that only they held back")
  void preparesNamedModulesAgain() {
    worker.failing("Bad").failing("Worse");
    var upgrade =
        upgraded(
            "steer-named",
            module("Bad"),
            module("Worse"),
            module("C", "Bad"),
            module("D", "Bad", "Worse"));
    worker.notFailing("Bad");

    problem(
        Operator.steer(upgrade, "prepare", "modules", List.of("D")),
        409,
        "producer-not-prepared",
        "Bad, Worse");
    problem(
        Operator.steer(upgrade, "prepare", "modules", List.of("X")), 404, "module-not-found", "X");
    Operator.steer(upgrade, "prepare", "modules", List.of("Bad"));
    journal("steer-named").await(UpgradeEnded.class, 2);

    assertThat(Operator.progress(upgrade)).isEqualTo("ready-with-errors 2 1 1");
    assertThat(compiles("steer-named", "Worse")).hasSize(1);
    assertThat(journal("steer-named").all(ModulesReenlisted.class).getFirst().modules())
        .extracting(module -> module.module().value())
        .containsExactly("Bad", "C");
  }

  @Test
  @DisplayName("B43, G4: prepared again from its new source, whatever the first attempt says late")
  void preparesTheNewSource() {
    worker.failing("Bad");
    var upgrade = upgraded("steer-source", module("Bad"), module("C", "Bad"));
    var first = worker.taken().getFirst();
    worker.notFailing("Bad");
    assertThat(Operator.register("steer-source", false, module("Bad").edited()).statusCode())
        .isEqualTo(200);
    worker.losing(request -> request.attempt() == 2);

    Operator.steer(upgrade, "prepare");
    journal("steer-source").await(ModulePrepareRequested.class, r -> r.attempt() == 2, 1);
    worker.say(worker.outcome(first));
    worker.answeringAll();
    journal("steer-source").await(UpgradeEnded.class, 2);

    assertThat(Operator.progress(upgrade)).isEqualTo("ready 2 0 0");
    assertThat(compiles("steer-source", "Bad").getLast().modules().getFirst().source())
        .isNotEqualTo(first.modules().getFirst().source());
    assertThat(journal("steer-source").all(ModulePrepared.class))
        .filteredOn(prepared -> prepared.module().equals(new ModuleId("Bad")))
        .singleElement()
        .satisfies(prepared -> assertThat(prepared.attempt()).isGreaterThan(1));
  }
}
