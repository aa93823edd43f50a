package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.StartPublish;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.ModuleRules;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.locking.LockRefusals;
import io.flexibleupgrades.orchestrator.locking.Operation;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.reuse.FactoryFacts;
import io.flexibleupgrades.orchestrator.reuse.PreparedArtifacts;
import io.flexibleupgrades.orchestrator.reuse.PublishPlan;
import io.flexibleupgrades.orchestrator.reuse.PublishPlanner;
import io.flexibleupgrades.orchestrator.timers.CompileTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts publishes. The lock is looked at in the transaction that appends the start. */
@ApplicationScoped
public class Publishing {
  private final LockRefusals lock;
  private final CompileTimes compileTimes;

  Publishing(LockRefusals lock, CompileTimes compileTimes) {
    this.lock = lock;
    this.compileTimes = compileTimes;
  }

  /** A publish that was accepted. */
  public record StartedPublish(PublishId id, Platform platform, List<ModuleToPublish> modules) {}

  /**
   * Starts a publish of these modules for an operator.
   *
   * @throws io.flexibleupgrades.orchestrator.environment.RejectedException if one is locked,
   *     unknown, being published, or consumes a module that is not prepared
   */
  public StartedPublish start(
      EnvironmentSession session,
      Set<ModuleId> modules,
      String requestedBy,
      CheckedArtifacts checked)
      throws SQLException {
    var environment = EnvironmentDecider.known(session.name(), session.environment());
    modules.forEach(module -> ModuleRules.require(environment, module));
    lock.check(session, Operation.PUBLISH, modules);
    return start(session, environment, modules, null, requestedBy, checked);
  }

  /** Starts a publish of system modules as a task of an upgrade, which holds the lock itself. */
  public StartedPublish startTask(
      EnvironmentSession session,
      Set<ModuleId> modules,
      UpgradeId upgrade,
      String requestedBy,
      CheckedArtifacts checked)
      throws SQLException {
    var environment = EnvironmentDecider.known(session.name(), session.environment());
    return start(session, environment, modules, upgrade, requestedBy, checked);
  }

  private StartedPublish start(
      EnvironmentSession session,
      Known environment,
      Set<ModuleId> modules,
      @Nullable UpgradeId task,
      String requestedBy,
      CheckedArtifacts checked)
      throws SQLException {
    var plan = plan(session, environment, modules, task != null, checked);
    checked.require(plan.relied());
    var id = new PublishId(UUID.randomUUID());
    var platform = environment.publishPlatform();
    session.decide(new StartPublish(id, platform, plan.modules(), task, requestedBy));
    if (!plan.made().isEmpty()) {
      var preparation = id.preparation();
      session.decide(preparation, new Enlist(preparation, session.name(), plan.made(), List.of()));
      session.decide(preparation, new BeginPublish(platform));
    }
    return new StartedPublish(id, platform, plan.modules());
  }

  private PublishPlan plan(
      EnvironmentSession session,
      Known environment,
      Set<ModuleId> modules,
      boolean makesProducers,
      CheckedArtifacts checked)
      throws SQLException {
    var latest = environment.latestUpgrade();
    var artifacts =
        new PreparedArtifacts(
            environment,
            session.progress(latest == null ? null : latest.id()),
            environment.publishPlatform());
    var facts =
        new FactoryFacts(
            artifacts,
            session::progress,
            compileTimes.of(session.connection(), session.name()),
            checked.missing());
    return PublishPlanner.plan(facts, modules, makesProducers);
  }
}
