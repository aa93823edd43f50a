package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Recover;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Reopening;
import java.util.ArrayList;
import java.util.List;
import org.pcollections.TreePVector;

/** The rules of what still changes an ended preparation. */
final class ReopenDecider {
  private ReopenDecider() {}

  /** Opens modules once more; nothing happens while they are open anyway, or if none is named. */
  static List<PreparationEvent> reopen(Reopen command, PreparationState state) {
    if (!(state instanceof Ended(var upgrade, _, var left))
        || left == null
        || command.modules().isEmpty()) {
      return List.of();
    }
    var environment = left.scope().environment();
    var events = new ArrayList<PreparationEvent>();
    for (var chunk : PreparationDecider.chunks(command.modules())) {
      events.add(new ModulesReenlisted(upgrade, environment, chunk));
    }
    int firstAttempt = left.latestAttempt() + 1;
    var reopened =
        ReopenedModules.reopened(
            new Reopening(left, TreePVector.from(command.modules())), firstAttempt);
    events.add(
        new PreparationReopened(
            upgrade,
            environment,
            firstAttempt,
            reopened.preparedModules(),
            reopened.failedModules(),
            reopened.skippedModules(),
            command.requestedBy(),
            command.reason()));
    if (left.stage().isPreparing()) {
      events.add(new PreparationStarted(upgrade, environment));
      events.addAll(BlockedUnits.skips(reopened));
    }
    return List.copyOf(events);
  }

  /** Takes note of a module that is prepared after all. */
  static List<PreparationEvent> recover(Recover command, PreparationState state) {
    if (state instanceof Ended(var upgrade, _, var left) && left != null) {
      var progress = left.progress(command.module());
      if (progress != null && progress != ModuleProgress.PREPARED) {
        return List.of(
            new ModuleRecovered(
                upgrade,
                left.scope().environment(),
                command.module(),
                command.publish(),
                command.artifact()));
      }
    }
    return List.of();
  }
}
