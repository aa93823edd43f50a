package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ReopenUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.ModuleRules;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Confirm;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import io.flexibleupgrades.orchestrator.preparation.ReopenedModules;
import io.flexibleupgrades.orchestrator.preparing.PreparationDriver;
import io.flexibleupgrades.orchestrator.timers.CompileTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What operators ask of an upgrade that was started: each at most once, and only if it fits. */
@ApplicationScoped
public class Steering {
  private final PreparationDriver preparations;
  private final CompileTimes compileTimes;

  Steering(PreparationDriver preparations, CompileTimes compileTimes) {
    this.preparations = preparations;
    this.compileTimes = compileTimes;
  }

  /**
   * Agrees to the tasks of an on-premises upgrade; false if somebody did before.
   *
   * @throws RejectedException if there is nothing to agree to
   */
  public boolean confirm(EnvironmentSession session, UpgradeId upgrade, String requestedBy) {
    var environment = EnvironmentDecider.known(session.name(), session.environment());
    if (environment.kind() != EnvironmentKind.ON_PREMISES) {
      throw new RejectedException(
          Rule.NOT_AWAITING_CONFIRMATION,
          "Environment '%s' is of kind 'cloud': its preparation starts by itself, and there is nothing to confirm."
              .formatted(environment.name()));
    }
    return apply(session, upgrade, new Confirm(requestedBy));
  }

  /**
   * Applies a command to an upgrade; false if it asks for what is so already.
   *
   * @throws RejectedException if it does not fit where the upgrade stands
   */
  public boolean apply(EnvironmentSession session, UpgradeId upgrade, PreparationCommand command) {
    requireLatest(session, upgrade);
    return preparations.decide(session, upgrade, List.of(command)) > 0;
  }

  /**
   * Prepares again what is not prepared; false if there is nothing to prepare, or it is under way.
   *
   * @param named only these, and what is released with them; null for all
   * @throws RejectedException if one of them cannot be prepared, or something is being published
   */
  public boolean prepareAgain(
      EnvironmentSession session,
      UpgradeId upgrade,
      @Nullable Set<ModuleId> named,
      String requestedBy,
      @Nullable String reason)
      throws SQLException {
    var environment = requireLatest(session, upgrade);
    if (!(session.upgrade(upgrade) instanceof Ended ended)) {
      return false;
    }
    var left = ended.left();
    if (left == null) {
      throw new RejectedException(
          Rule.UPGRADE_ENDED,
          "The platform upgrade did not succeed, so there is nothing to prepare. Start it again: flexup upgrade --env %s --to VERSION"
              .formatted(environment.name()));
    }
    var modules = reopened(session, environment, left, named);
    if (modules.isEmpty()) {
      return false;
    }
    session.decide(new ReopenUpgrade(upgrade, requestedBy));
    return preparations.decide(session, upgrade, List.of(new Reopen(modules, requestedBy, reason)))
        > 0;
  }

  private List<EnlistedModule> reopened(
      EnvironmentSession session, Known environment, Preparing left, @Nullable Set<ModuleId> named)
      throws SQLException {
    var times = compileTimes.of(session.connection(), session.name());
    var now = new ModulesNow(environment, left, times).all();
    if (named == null) {
      return ReopenedModules.all(left, now);
    }
    for (var module : named) {
      ModuleRules.require(environment, module);
      if (!now.containsKey(module)) {
        throw new RejectedException(
            Rule.MODULE_NOT_FOUND,
            "Module '%s' is not in the scope of this upgrade. Publish it instead: flexup publish %s --env %s"
                .formatted(module, module, environment.name()));
      }
    }
    return ReopenedModules.named(left, now, named);
  }

  private static Known requireLatest(EnvironmentSession session, UpgradeId upgrade) {
    var environment = EnvironmentDecider.known(session.name(), session.environment());
    var latest = environment.latestUpgrade();
    if (latest == null || !latest.id().equals(upgrade)) {
      throw new RejectedException(
          Rule.NOT_LATEST_UPGRADE,
          "%s is not the latest upgrade of environment '%s'%s, and only the latest one can be changed."
              .formatted(
                  upgrade, environment.name(), latest == null ? "" : " (" + latest.id() + ")"));
    }
    return environment;
  }
}
