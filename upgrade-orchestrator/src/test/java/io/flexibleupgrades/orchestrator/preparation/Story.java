package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.plan.RandomModules;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FinishPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** One preparation, command by command: what a command decides is stored, and told in short. */
final class Story {
  static final UpgradeId UPGRADE = new UpgradeId(new UUID(0, 1));
  static final EnvironmentName ENVIRONMENT = new EnvironmentName("prod");
  static final Platform OLD = platform("11.8.0");
  static final Platform NEW = platform("11.9.0");
  static final FinishPlatformUpgrade FINISH = new FinishPlatformUpgrade(OLD, NEW, true);
  static final FinishPlatformUpgrade FINISH_ON_PREMISES =
      new FinishPlatformUpgrade(OLD, NEW, false);

  private final List<PreparationEvent> log = new ArrayList<>();
  private PreparationState state = PreparationEvolution.initial();

  /** Returns a story in which the plan is frozen. */
  static Story planned(EnlistedModule... modules) {
    var story = new Story();
    story.when(new Enlist(UPGRADE, ENVIRONMENT, List.of(modules), List.of()));
    return story;
  }

  /** Returns a story in which the second step has started. */
  static Story started(EnlistedModule... modules) {
    var story = planned(modules);
    story.when(FINISH);
    return story;
  }

  /** Returns a story in which everything that is ready was requested. */
  static Story dispatched(EnlistedModule... modules) {
    var story = started(modules);
    story.dispatch();
    return story;
  }

  /** Stores what the command decides; returns it in short. */
  List<String> when(PreparationCommand command) {
    return events(command).stream().map(Told::of).toList();
  }

  /** Stores what the command decides; returns it. */
  List<PreparationEvent> events(PreparationCommand command) {
    var events = PreparationDecider.decide(command, state);
    for (var event : events) {
      state = PreparationEvolution.evolve(state, event);
    }
    log.addAll(events);
    return events;
  }

  /** Requests all that is ready. */
  List<String> dispatch() {
    return when(new Dispatch(1_000));
  }

  List<String> giveUp(String unit, int attempt) {
    return when(new GiveUp(new UnitId(unit), attempt, "Worker w1 fell silent."));
  }

  List<String> retry(String unit, int attempt) {
    return when(new Retry(new UnitId(unit), attempt));
  }

  /** Gives up all attempts before this one and asks for this one. */
  void reach(String unit, int attempt) {
    for (int lost = 1; lost < attempt; lost++) {
      giveUp(unit, lost);
      retry(unit, lost);
    }
  }

  List<PreparationEvent> log() {
    return List.copyOf(log);
  }

  PreparationState state() {
    return state;
  }

  /** Returns a module of weight 1 that consumes these. */
  static EnlistedModule module(String name, String... producers) {
    return weighing(1, name, producers);
  }

  static EnlistedModule weighing(long weight, String name, String... producers) {
    return RandomModules.module(
        new ModuleId(name), weight, Arrays.stream(producers).map(ModuleId::new).toList());
  }

  static Platform platform(String version) {
    return new Platform(
        new PlatformVersion(version), Digest.of(version.getBytes(StandardCharsets.UTF_8)));
  }
}
