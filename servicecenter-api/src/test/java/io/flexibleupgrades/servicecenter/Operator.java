package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.events.UpgradeResult;
import java.util.List;

/** What an operator brings about in the latest upgrade of a run. */
record Operator(Run run) {
  private static final String NAME = "Ada";

  void confirms() {
    run.say(new PreparationConfirmed(run.upgrade, run.environment, NAME));
  }

  void publishesSystem(SystemTask task) {
    run.say(new SystemPublishStarted(run.upgrade, run.environment, task, null));
  }

  void hasPublishedSystem(SystemTask task) {
    run.say(new SystemPublishEnded(run.upgrade, run.environment, task));
  }

  void isRefused(String reason) {
    run.say(new PreparationRefused(run.upgrade, run.environment, reason));
    run.say(new UpgradeEnded(run.environment, run.upgrade, UpgradeResult.ERROR, run.to));
  }

  void pauses(String reason) {
    run.say(new PreparationPaused(run.upgrade, run.environment, NAME, reason));
  }

  void resumes() {
    run.say(new PreparationResumed(run.upgrade, run.environment, NAME));
  }

  void cancels() {
    run.say(new PreparationCancelled(run.upgrade, run.environment, NAME, "wrong week"));
    run.say(new UpgradeCancelled(run.environment, run.upgrade, run.to, NAME));
    run.states.replaceAll((_, state) -> state.equals("pending") ? "cancelled" : state);
  }

  /** Asks for these modules once more, in events of two modules each. */
  void preparesAgain(List<String> modules) {
    run.say(new UpgradeReopened(run.environment, run.upgrade, NAME));
    for (int first = 0; first < modules.size(); first += 2) {
      var chunk = modules.subList(first, Math.min(modules.size(), first + 2));
      run.say(
          new ModulesReenlisted(
              run.upgrade, run.environment, chunk.stream().map(run::enlisted).toList()));
    }
    run.states.replaceAll(
        (name, state) -> modules.contains(name) || state.equals("cancelled") ? "pending" : state);
    run.say(
        new PreparationReopened(
            run.upgrade,
            run.environment,
            9,
            run.count("prepared"),
            run.count("failed"),
            run.count("skipped"),
            NAME,
            null));
    run.preparing();
  }
}
