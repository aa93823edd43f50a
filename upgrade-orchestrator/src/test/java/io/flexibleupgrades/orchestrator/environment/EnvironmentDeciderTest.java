package io.flexibleupgrades.orchestrator.environment;

import static io.flexibleupgrades.orchestrator.environment.Factories.CREATE;
import static io.flexibleupgrades.orchestrator.environment.Factories.FIRST;
import static io.flexibleupgrades.orchestrator.environment.Factories.NEW;
import static io.flexibleupgrades.orchestrator.environment.Factories.OLD;
import static io.flexibleupgrades.orchestrator.environment.Factories.PROD;
import static io.flexibleupgrades.orchestrator.environment.Factories.SECOND;
import static io.flexibleupgrades.orchestrator.environment.Factories.after;
import static io.flexibleupgrades.orchestrator.environment.Factories.digest;
import static io.flexibleupgrades.orchestrator.environment.Factories.evolved;
import static io.flexibleupgrades.orchestrator.environment.Factories.module;
import static io.flexibleupgrades.orchestrator.environment.Factories.platform;
import static io.flexibleupgrades.orchestrator.environment.Factories.running;
import static io.flexibleupgrades.orchestrator.environment.Factories.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Create;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.EndUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Unknown;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnvironmentDeciderTest {
  private static final EndUpgrade READY = new EndUpgrade(FIRST, UpgradeResult.READY, true);

  @Test
  void createsWhatThereIsNotYet() {
    assertThat(EnvironmentDecider.decide(PROD, CREATE, new Unknown()))
        .containsExactly(
            new EnvironmentCreated(
                PROD, EnvironmentKind.CLOUD, "enterprise", OLD, LockPolicy.ENVIRONMENT));
  }

  @Test
  @DisplayName("B13: creating the same environment again does nothing new")
  void createsOnce() {
    assertThat(EnvironmentDecider.decide(PROD, CREATE, after())).isEmpty();
  }

  @Test
  void refusesToCreateTheSameNameDifferently() {
    for (var other :
        List.of(
            create(EnvironmentKind.ON_PREMISES, "enterprise", OLD, LockPolicy.ENVIRONMENT),
            create(EnvironmentKind.CLOUD, "standard", OLD, LockPolicy.ENVIRONMENT),
            create(EnvironmentKind.CLOUD, "enterprise", NEW, LockPolicy.ENVIRONMENT),
            create(EnvironmentKind.CLOUD, "enterprise", OLD, LockPolicy.MODULE))) {
      assertThat(rejected(other, after()))
          .hasMessageContaining("prod")
          .extracting(RejectedException::rule)
          .isEqualTo(Rule.ENVIRONMENT_EXISTS);
    }
  }

  @Test
  void namesTheEnvironmentThatThereIsNot() {
    for (var command : List.of(running(module("a")), start(FIRST, NEW), READY)) {
      assertThat(rejected(command, new Unknown()))
          .hasMessageContaining("'prod'")
          .hasMessageContaining("flexup environment create")
          .extracting(RejectedException::rule)
          .isEqualTo(Rule.ENVIRONMENT_NOT_FOUND);
    }
  }

  @Test
  @DisplayName("B2: an eligible upgrade starts, with where it leads from and to")
  void startsAnEligibleUpgrade() {
    assertThat(EnvironmentDecider.decide(PROD, start(FIRST, NEW), after()))
        .containsExactly(new UpgradeStarted(PROD, FIRST, OLD, NEW, "operator"));
  }

  @Test
  @DisplayName("B1: edition free starts nothing")
  void startsNothingThatIsNotEligible() {
    var free =
        evolved(
            new Unknown(),
            EnvironmentDecider.decide(
                PROD,
                create(EnvironmentKind.CLOUD, "Free", OLD, LockPolicy.ENVIRONMENT),
                new Unknown()));

    var rejected = rejected(start(FIRST, NEW), free);

    assertThat(rejected.rule()).isEqualTo(Rule.NOT_ELIGIBLE);
    assertThat(rejected.facts()).containsEntry("rule", "edition");
  }

  @Test
  @DisplayName("B13: starting the upgrade that is in progress does nothing new")
  void startsOnce() {
    assertThat(EnvironmentDecider.decide(PROD, start(SECOND, NEW), after(start(FIRST, NEW))))
        .isEmpty();
  }

  @Test
  void refusesAnotherUpgradeWhileOneIsInProgress() {
    var state = after(start(FIRST, NEW));
    var rebuilt = new Platform(NEW.version(), digest("other bits"));

    for (var to : List.of(platform("11.10.0"), rebuilt)) {
      assertThat(rejected(start(SECOND, to), state))
          .hasMessageContaining("11.9.0")
          .extracting(RejectedException::rule)
          .isEqualTo(Rule.UPGRADE_IN_PROGRESS);
    }
  }

  @Test
  @DisplayName("B19: the catalogue stands still while an upgrade is in progress")
  void locksTheCatalogue() {
    assertThat(rejected(running(module("a")), after(start(FIRST, NEW))))
        .hasMessageContaining("11.9.0")
        .extracting(RejectedException::rule)
        .isEqualTo(Rule.ENVIRONMENT_LOCKED);
  }

  @Test
  @DisplayName("B22: after the end the catalogue may change at once")
  void unlocksTheCatalogue() {
    var state = after(start(FIRST, NEW), READY);

    assertThat(EnvironmentDecider.decide(PROD, running(module("a")), state)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = UpgradeResult.class,
      names = {"READY", "READY_WITH_ERRORS"})
  @DisplayName("B33: the next upgrade leads from where this one led to, whatever failed in it")
  void endsOnTheNewPlatform(UpgradeResult result) {
    var end = new EndUpgrade(FIRST, result, true);
    var next = platform("11.10.0");

    assertThat(EnvironmentDecider.decide(PROD, end, after(start(FIRST, NEW))))
        .containsExactly(new UpgradeEnded(PROD, FIRST, result, NEW));
    assertThat(EnvironmentDecider.decide(PROD, start(SECOND, next), after(start(FIRST, NEW), end)))
        .containsExactly(new UpgradeStarted(PROD, SECOND, NEW, next, "operator"));
  }

  @Test
  void aFailedPlatformUpgradeLeavesTheEnvironmentOnItsPlatform() {
    var end = new EndUpgrade(FIRST, UpgradeResult.ERROR, false);

    assertThat(EnvironmentDecider.decide(PROD, end, after(start(FIRST, NEW))))
        .containsExactly(new UpgradeEnded(PROD, FIRST, UpgradeResult.ERROR, OLD));
    assertThat(after(start(FIRST, NEW), end).platform()).isEqualTo(OLD);
    assertThat(after(start(FIRST, NEW), end).openUpgrade()).isNull();
  }

  @Test
  @DisplayName("B13: ending an upgrade that is not in progress does nothing")
  void endsOnce() {
    assertThat(EnvironmentDecider.decide(PROD, READY, after())).isEmpty();
    assertThat(EnvironmentDecider.decide(PROD, READY, after(start(FIRST, NEW), READY))).isEmpty();
    assertThat(EnvironmentDecider.decide(PROD, READY, after(start(SECOND, NEW)))).isEmpty();
  }

  @Test
  @DisplayName("B6: an environment may go on to other bits of the version it runs on")
  void upgradesToOtherBits() {
    var rebuilt = new Platform(new PlatformVersion("11.9.0"), digest("second build"));

    assertThat(
            EnvironmentDecider.decide(
                PROD, start(SECOND, rebuilt), after(start(FIRST, NEW), READY)))
        .containsExactly(new UpgradeStarted(PROD, SECOND, NEW, rebuilt, "operator"));
  }

  private static Create create(
      EnvironmentKind kind, String edition, Platform platform, LockPolicy lock) {
    return new Create(PROD, kind, edition, platform, lock);
  }

  private static RejectedException rejected(EnvironmentCommand command, EnvironmentState state) {
    var rejected =
        catchThrowableOfType(
            RejectedException.class, () -> EnvironmentDecider.decide(PROD, command, state));
    assertThat(rejected).isNotNull();
    return rejected;
  }
}
