package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.events.UpgradeResult;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class OnPremisesIT extends WholeLife {
  private static final Set<Class<?>> STEPS =
      Set.of(
          PlatformUpgraded.class,
          PreparationConfirmed.class,
          SystemPublishStarted.class,
          PublishStarted.class,
          ModulePublished.class,
          PublishEnded.class,
          SystemPublishEnded.class,
          UpgradeEnded.class);

  @Test
  @DisplayName("B9, B19: after the confirmation Service Center and System Components are published")
  void publishesTheSystemModulesThenPrepares() {
    var upgrade = awaitingConfirmation("prem-ok", systemModules());

    assertThat(Operator.steer(upgrade, "confirm").statusCode()).isEqualTo(202);
    var end = journal("prem-ok").await(UpgradeEnded.class, 1);

    assertThat(end.result()).isEqualTo(UpgradeResult.READY);
    assertThat(journal("prem-ok").all().stream().map(Object::getClass).filter(STEPS::contains))
        .containsExactly(
            PlatformUpgraded.class,
            PreparationConfirmed.class,
            PublishStarted.class,
            SystemPublishStarted.class,
            ModulePublished.class,
            PublishEnded.class,
            SystemPublishEnded.class,
            PublishStarted.class,
            SystemPublishStarted.class,
            ModulePublished.class,
            PublishEnded.class,
            SystemPublishEnded.class,
            UpgradeEnded.class);
    assertThat(journal("prem-ok").all(ModulePublished.class))
        .extracting(published -> published.module().value())
        .containsExactly("ServiceCenter", "SystemComponents");
    assertThat(journal("prem-ok").all(ModulePublished.class))
        .allSatisfy(p -> assertThat(p.platform().digest()).isEqualTo(FakeStore.digest("11.9.0")));
    assertThat(Operator.progress(upgrade)).isEqualTo("ready 3 0 0");
  }

  @Test
  @DisplayName("B9, B13: nothing starts before the confirmation, and it is given once")
  void startsNothingBeforeTheConfirmation() throws InterruptedException {
    var upgrade = awaitingConfirmation("prem-wait", systemModules());
    Thread.sleep(500);

    assertThat(Operator.progress(upgrade)).isEqualTo("awaiting-confirmation 0 0 0");
    assertThat(journal("prem-wait").all(ModulePrepareRequested.class)).isEmpty();
    problem(Operator.publish("prem-wait", "A"), 423, "publish-locked", "awaits its confirmation");
    problem(Operator.steer(upgrade, "pause", "reason", "r"), 409, "not-preparing", "not started");

    assertThat(Operator.steer(upgrade, "confirm").statusCode()).isEqualTo(202);
    assertThat(Operator.steer(upgrade, "confirm").statusCode()).isEqualTo(200);
    journal("prem-wait").await(UpgradeEnded.class, 1);
    assertThat(journal("prem-wait").all(PreparationConfirmed.class)).hasSize(1);
    problem(Operator.steer(upgrade, "confirm"), 409, "upgrade-ended", "has ended");
  }

  @Test
  @DisplayName("B10: cancelled, none of the tasks starts, and the modules are not prepared")
  void startsNothingWhenCancelled() {
    var upgrade = awaitingConfirmation("prem-cancel", systemModules());

    assertThat(Operator.steer(upgrade, "cancel").statusCode()).isEqualTo(202);

    assertThat(Operator.progress(upgrade)).isEqualTo("cancelled 0 0 0");
    assertThat(journal("prem-cancel").all(PublishStarted.class)).isEmpty();
    assertThat(journal("prem-cancel").all(UpgradeCancelled.class).getFirst().platform().digest())
        .isEqualTo(FakeStore.digest("11.9.0"));
    problem(Operator.steer(upgrade, "confirm"), 409, "upgrade-ended", "flexup prepare");

    assertThat(Operator.steer(upgrade, "prepare").statusCode()).isEqualTo(202);
    journal("prem-cancel").await(UpgradeEnded.class, 1);
    assertThat(Operator.progress(upgrade)).isEqualTo("ready 3 0 0");
    assertThat(journal("prem-cancel").all(SystemPublishEnded.class)).hasSize(2);
  }

  @Test
  @DisplayName("B11: a system module that is not published ends in an error, no module changes")
  void preparesNothingWithoutTheSystemModules() {
    worker.failing("SystemComponents");
    var upgrade = awaitingConfirmation("prem-bad", systemModules());

    Operator.steer(upgrade, "confirm");
    var end = journal("prem-bad").await(UpgradeEnded.class, 1);

    assertThat(end.result()).isEqualTo(UpgradeResult.ERROR);
    assertThat(end.platform().digest()).isEqualTo(FakeStore.digest("11.9.0"));
    assertThat(journal("prem-bad").all(PreparationRefused.class).getFirst().reason())
        .contains("'ServiceCenter'");
    assertThat(Operator.progress(upgrade)).isEqualTo("error 0 0 0");
    assertThat(compiles("prem-bad", "A")).isEmpty();

    worker.notFailing("SystemComponents");
    Operator.steer(upgrade, "prepare");
    journal("prem-bad").await(UpgradeEnded.class, 2);
    assertThat(Operator.progress(upgrade)).isEqualTo("ready 3 0 0");
  }

  @Test
  @DisplayName("B11: an environment without system modules prepares nothing")
  void preparesNothingWhereSystemModulesAreMissing() {
    var upgrade = awaitingConfirmation("prem-none", List.of(module("A")));

    Operator.steer(upgrade, "confirm");
    journal("prem-none").await(UpgradeEnded.class, 1);

    assertThat(journal("prem-none").all(PreparationRefused.class).getFirst().reason())
        .contains("no system modules", "kind: system");
    assertThat(journal("prem-none").all(PreparationStarted.class)).isEmpty();
    assertThat(journal("prem-none").all(ModuleSkipped.class)).isEmpty();
  }

  @Test
  void aCloudUpgradeHasNothingToConfirm() {
    var upgrade = upgraded("prem-cloud", module("A"));

    problem(Operator.steer(upgrade, "confirm"), 409, "not-awaiting-confirmation", "'cloud'");
  }

  private static List<Operator.Module> systemModules() {
    return List.of(
        module("A"),
        module("ServiceCenter", "SystemComponents").asSystem(),
        module("SystemComponents").asSystem());
  }

  private String awaitingConfirmation(String name, List<Operator.Module> modules) {
    environment(name, "on-premises", "environment", modules.toArray(Operator.Module[]::new));
    var upgrade = Operator.upgrade(name, "11.9.0").jsonPath().getString("upgradeId");
    journal(name).await(PlatformUpgraded.class, 1);
    return upgrade;
  }
}
