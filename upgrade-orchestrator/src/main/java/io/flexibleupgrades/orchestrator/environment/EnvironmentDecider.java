package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.CancelUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Configure;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Create;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.EndPublish;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.EndUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Import;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.RecordPublished;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Remove;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ReopenUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.StartPublish;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.StartUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.List;

/**
 * The rules of an environment: one upgrade at a time, only an eligible one, a catalogue that stands
 * still meanwhile, and never two who publish one module. A pure function of its arguments.
 */
public final class EnvironmentDecider {
  private EnvironmentDecider() {}

  /**
   * Returns the events to append, in order; empty if the command asks for what is so already.
   *
   * @throws RejectedException if the command breaks a rule
   */
  public static List<EnvironmentEvent> decide(
      EnvironmentName environment, EnvironmentCommand command, EnvironmentState state) {
    return switch (command) {
      case Create create -> create(create, state);
      case Import imported -> CatalogueImport.into(unlocked(environment, state), imported).events();
      case StartUpgrade start -> UpgradeRules.start(start, known(environment, state));
      case ReopenUpgrade reopen -> UpgradeRules.reopen(reopen, known(environment, state));
      case EndUpgrade end -> UpgradeRules.end(end, known(environment, state));
      case CancelUpgrade cancel -> UpgradeRules.cancel(cancel, known(environment, state));
      case Configure configure -> ModuleRules.configure(configure, known(environment, state));
      case Remove remove -> ModuleRules.remove(remove, known(environment, state));
      case StartPublish start -> PublishRules.start(start, known(environment, state));
      case RecordPublished published ->
          PublishRules.published(published, known(environment, state));
      case EndPublish end -> PublishRules.end(end, known(environment, state));
    };
  }

  /**
   * Returns the environment.
   *
   * @throws RejectedException if nobody created it
   */
  public static Known known(EnvironmentName environment, EnvironmentState state) {
    if (state instanceof Known known) {
      return known;
    }
    throw new RejectedException(
        Rule.ENVIRONMENT_NOT_FOUND,
        "There is no environment '%s'. Create it first: flexup environment create %s …"
            .formatted(environment, environment));
  }

  /**
   * Returns the environment if its catalogue may change.
   *
   * @throws RejectedException if nobody created it or an upgrade is in progress
   */
  public static Known unlocked(EnvironmentName environment, EnvironmentState state) {
    var known = known(environment, state);
    var upgrade = known.openUpgrade();
    if (upgrade == null) {
      return known;
    }
    throw new RejectedException(
        Rule.ENVIRONMENT_LOCKED,
        "Environment '%s' is being upgraded to %s; its modules cannot change before that ends."
            .formatted(environment, upgrade.to().version()));
  }

  private static List<EnvironmentEvent> create(Create command, EnvironmentState state) {
    if (!(state instanceof Known known)) {
      return List.of(
          new EnvironmentCreated(
              command.environment(),
              command.kind(),
              command.edition(),
              command.platform(),
              command.lock()));
    }
    boolean same =
        known.kind() == command.kind()
            && known.edition().equals(command.edition())
            && known.lock() == command.lock()
            && known.platform().version().equals(command.platform().version());
    if (same) {
      return List.of();
    }
    throw new RejectedException(
        Rule.ENVIRONMENT_EXISTS,
        "Environment '%s' exists already, as %s, edition %s, platform %s, lock %s. Choose another name."
            .formatted(
                known.name(),
                known.kind(),
                known.edition(),
                known.platform().version(),
                known.lock()));
  }
}
