package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Begin;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Confirm;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.EndSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FailPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FinishPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Pause;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Recover;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Refuse;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Resume;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import io.flexibleupgrades.orchestrator.preparation.StageBooks.At;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what must follow at once from a command that is not about an attempt. */
final class CommandAudit {
  private final Books books;

  CommandAudit(Books books) {
    this.books = books;
  }

  /** Returns the rule that the command breaks where the preparation stands, null if none. */
  @Nullable Rule broken(PreparationCommand command) {
    var at = books.stage.at();
    return switch (command) {
      case Confirm _ when books.stage.isEnded() -> Rule.UPGRADE_ENDED;
      case Confirm _ when at == At.NOTHING || at == At.PLANNED -> Rule.NOT_AWAITING_CONFIRMATION;
      case Pause _, Resume _ when books.stage.isEnded() -> Rule.UPGRADE_ENDED;
      case Pause _, Resume _ when !books.stage.isUnderWay() -> Rule.NOT_PREPARING;
      case Cancel _ when books.stage.isEnded() && at != At.CANCELLED -> Rule.UPGRADE_ENDED;
      default -> null;
    };
  }

  /** Returns the events that must come first, and without skips alone. */
  List<PreparationEvent> expected(PreparationCommand command) {
    var upgrade = Story.UPGRADE;
    var environment = Story.ENVIRONMENT;
    var stage = books.stage;
    var at = stage.at();
    return switch (command) {
      case Enlist e when at == At.NOTHING ->
          List.of(
              new ModulesEnlisted(upgrade, environment, e.modules()),
              new ModulesExcluded(upgrade, environment, e.excluded()));
      case FinishPlatformUpgrade e when at == At.PLANNED -> finished(e);
      case BeginPublish(var platform) when at == At.PLANNED ->
          List.of(new PreparationStarted(upgrade, environment, platform));
      case FailPlatformUpgrade(var reason) when at == At.PLANNED ->
          List.of(new PlatformUpgradeFailed(upgrade, environment, reason));
      case Confirm(var by) when at == At.AWAITING_CONFIRMATION ->
          List.of(new PreparationConfirmed(upgrade, environment, by));
      case BeginSystemPublish(var task, var publish) when stage.nextTask() == task ->
          List.of(new SystemPublishStarted(upgrade, environment, task, publish));
      case EndSystemPublish _ -> {
        var running = stage.runningTask();
        yield running == null
            ? List.of()
            : List.of(new SystemPublishEnded(upgrade, environment, running));
      }
      case Begin _ when at == At.PUBLISHING_SYSTEM && stage.areTasksDone() -> started();
      case Refuse(var reason) when at == At.PUBLISHING_SYSTEM ->
          List.of(new PreparationRefused(upgrade, environment, reason));
      case Pause(var by, var reason) when at == At.STARTED ->
          List.of(new PreparationPaused(upgrade, environment, by, reason));
      case Resume(var by) when at == At.PAUSED ->
          List.of(new PreparationResumed(upgrade, environment, by));
      case Cancel(var by, var reason) when at != At.NOTHING && !stage.isEnded() ->
          List.of(new PreparationCancelled(upgrade, environment, by, reason));
      case Reopen e when stage.isEnded() && stage.hasPlan() && !e.modules().isEmpty() ->
          reopened(e);
      case Recover(var module, var publish, var artifact)
          when stage.isEnded()
              && stage.hasPlan()
              && Numbered.of(module) < books.planned.length
              && (books.prepared() >>> Numbered.of(module) & 1) == 0 ->
          List.of(new ModuleRecovered(upgrade, environment, module, publish, artifact));
      case Enlist _,
          FinishPlatformUpgrade _,
          BeginPublish _,
          FailPlatformUpgrade _,
          Confirm _,
          BeginSystemPublish _,
          Begin _,
          Refuse _,
          Pause _,
          Resume _,
          Cancel _,
          Reopen _,
          Recover _,
          Dispatch _,
          Report _,
          GiveUp _,
          Retry _ ->
          List.of();
    };
  }

  private List<PreparationEvent> finished(FinishPlatformUpgrade command) {
    int total = books.oracle().count();
    var upgraded =
        new PlatformUpgraded(Story.UPGRADE, Story.ENVIRONMENT, command.from(), command.to(), total);
    if (!command.startsByItself()) {
      return List.of(upgraded);
    }
    var started = new PreparationStarted(Story.UPGRADE, Story.ENVIRONMENT);
    return total > 0
        ? List.of(upgraded, started)
        : List.of(
            upgraded, started, new PreparationEnded(Story.UPGRADE, Story.ENVIRONMENT, 0, 0, 0));
  }

  private List<PreparationEvent> started() {
    var started = new PreparationStarted(Story.UPGRADE, Story.ENVIRONMENT);
    return books.oracle().count() > 0
        ? List.of(started)
        : List.of(started, new PreparationEnded(Story.UPGRADE, Story.ENVIRONMENT, 0, 0, 0));
  }

  private List<PreparationEvent> reopened(Reopen command) {
    int opened = 0;
    for (var module : command.modules()) {
      opened |= 1 << Numbered.of(module.module());
    }
    var named = new ModulesReenlisted(Story.UPGRADE, Story.ENVIRONMENT, command.modules());
    var reopened =
        new PreparationReopened(
            Story.UPGRADE,
            Story.ENVIRONMENT,
            books.latestAttempt() + 1,
            Integer.bitCount(books.prepared() & ~opened),
            Integer.bitCount(books.failed() & ~opened),
            Integer.bitCount(books.skipped() & ~opened),
            command.requestedBy(),
            command.reason());
    return books.stage.wasStarted()
        ? List.of(named, reopened, new PreparationStarted(Story.UPGRADE, Story.ENVIRONMENT))
        : List.of(named, reopened);
  }
}
