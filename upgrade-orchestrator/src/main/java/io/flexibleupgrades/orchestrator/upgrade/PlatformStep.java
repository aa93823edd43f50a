package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.OpenUpgrade;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.platform.PlatformCatalogue;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FailPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FinishPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparing.PreparationDriver;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * The first step of an upgrade: makes sure that the new distribution is there for every worker, and
 * records that the environment has it. Doing it again changes nothing.
 */
@ApplicationScoped
class PlatformStep {
  private final Environments environments;
  private final PlatformCatalogue platforms;
  private final PreparationDriver driver;

  PlatformStep(Environments environments, PlatformCatalogue platforms, PreparationDriver driver) {
    this.environments = environments;
    this.platforms = platforms;
    this.driver = driver;
  }

  /**
   * Takes the step if the environment's open upgrade still has it before it.
   *
   * @throws io.flexibleupgrades.orchestrator.store.StoreUnavailableException if the store does not
   *     answer; the step is still to be taken
   */
  void take(EnvironmentName environment) {
    var pending = environments.inSession(environment, PlatformStep::pending);
    if (pending.isEmpty()) {
      return;
    }
    var upgrade = pending.get();
    boolean served = platforms.serves(upgrade.to());
    environments.inSession(
        environment,
        session ->
            driver.decide(session, upgrade.id(), List.of(command(session, upgrade, served))));
  }

  private static Optional<OpenUpgrade> pending(EnvironmentSession session) {
    if (session.environment() instanceof Known known) {
      var upgrade = known.openUpgrade();
      if (upgrade != null && session.upgrade(upgrade.id()) instanceof Planned) {
        return Optional.of(upgrade);
      }
    }
    return Optional.empty();
  }

  private static PreparationCommand command(
      EnvironmentSession session, OpenUpgrade upgrade, boolean served) {
    if (!served) {
      return new FailPlatformUpgrade(
          "The distribution of platform %s (%s) is no longer in the artifact store. Push it again: flexup platform push DIR"
              .formatted(upgrade.to().version(), upgrade.to().digest()));
    }
    boolean cloud =
        session.environment() instanceof Known known && known.kind() == EnvironmentKind.CLOUD;
    return new FinishPlatformUpgrade(upgrade.from(), upgrade.to(), cloud);
  }
}
