package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.OpenUpgrade;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Begin;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.EndSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Refuse;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import io.flexibleupgrades.orchestrator.preparation.Stage.PublishingSystem;
import io.flexibleupgrades.orchestrator.preparing.PreparationDriver;
import io.flexibleupgrades.orchestrator.publishing.ArtifactChecks;
import io.flexibleupgrades.orchestrator.publishing.CheckedArtifacts;
import io.flexibleupgrades.orchestrator.publishing.Publishing;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens on premises between the confirmation and the preparation: Service Center is
 * published, then System Components, each step in a transaction of its own.
 */
@ApplicationScoped
class SystemTasks {
  private final Environments environments;
  private final PreparationDriver preparations;
  private final Publishing publishing;
  private final ArtifactChecks checks;

  SystemTasks(
      Environments environments,
      PreparationDriver preparations,
      Publishing publishing,
      ArtifactChecks checks) {
    this.environments = environments;
    this.preparations = preparations;
    this.publishing = publishing;
    this.checks = checks;
  }

  /** Takes the next step of the environment's open upgrade; false if there is none to take now. */
  boolean takeNext(EnvironmentName environment) {
    return checks.whileUnchecked(
        checked -> environments.inSession(environment, session -> takeNext(session, checked)));
  }

  private boolean takeNext(EnvironmentSession session, CheckedArtifacts checked)
      throws SQLException {
    if (session.environment() instanceof Known known) {
      var upgrade = known.openUpgrade();
      if (upgrade != null
          && session.upgrade(upgrade.id()) instanceof Preparing preparing
          && preparing.stage() instanceof PublishingSystem stage) {
        var step = step(session, known, upgrade, stage, checked);
        return step != null && preparations.decide(session, upgrade.id(), List.of(step)) > 0;
      }
    }
    return false;
  }

  private @Nullable PreparationCommand step(
      EnvironmentSession session,
      Known known,
      OpenUpgrade upgrade,
      PublishingSystem stage,
      CheckedArtifacts checked)
      throws SQLException {
    if (stage.isDone()) {
      return new Begin();
    }
    var task = stage.next();
    if (task == null) {
      // A publish that is running ends the task itself.
      return stage.publish() == null ? new EndSystemPublish() : null;
    }
    if (SystemModules.areMissing(known)) {
      return new Refuse(
          "The environment has no system modules, so Service Center and System Components cannot be published. Import them (kind: system), then flexup prepare --env "
              + known.name());
    }
    return begin(session, known, upgrade, task, checked);
  }

  private PreparationCommand begin(
      EnvironmentSession session,
      Known known,
      OpenUpgrade upgrade,
      SystemTask task,
      CheckedArtifacts checked)
      throws SQLException {
    var modules = SystemModules.of(known, task);
    if (modules.isEmpty()) {
      return new BeginSystemPublish(task, null);
    }
    var started =
        publishing.startTask(session, modules, upgrade.id(), upgrade.requestedBy(), checked);
    return new BeginSystemPublish(task, started.id());
  }
}
