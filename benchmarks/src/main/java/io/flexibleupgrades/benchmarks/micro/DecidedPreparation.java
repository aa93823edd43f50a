package io.flexibleupgrades.benchmarks.micro;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WorkerName;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FinishPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationDecider;
import io.flexibleupgrades.orchestrator.preparation.PreparationEvolution;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;

/** A preparation in which every module is prepared at the first try. */
final class DecidedPreparation {
  private static final int WINDOW = 16;
  private static final UpgradeId UPGRADE = new UpgradeId(new UUID(4, 2));
  private static final EnvironmentName ENVIRONMENT = new EnvironmentName("production");
  private static final WorkerName WORKER = new WorkerName("worker-1");
  private static final Digest ARTIFACT = digest("artifact");

  private final List<PreparationEvent> events = new ArrayList<>();
  private final Queue<ModulePrepareRequested> open = new ArrayDeque<>();
  private PreparationState state = PreparationEvolution.initial();

  DecidedPreparation(List<EnlistedModule> modules) {
    decide(new Enlist(UPGRADE, ENVIRONMENT, modules, List.of()));
    decide(new FinishPlatformUpgrade(platform("11.8.0"), platform("11.9.0"), true));
    decide(new Dispatch(WINDOW));
    for (var request = open.poll(); request != null; request = open.poll()) {
      decide(new Report(outcome(request)));
      decide(new Dispatch(WINDOW - open.size()));
    }
    if (!(events.getLast() instanceof PreparationEnded ended)
        || ended.prepared() != modules.size()) {
      throw new IllegalStateException("The preparation did not come to its end.");
    }
  }

  /** Returns all its events, in their order. */
  List<PreparationEvent> events() {
    return events;
  }

  private void decide(PreparationCommand command) {
    for (var event : PreparationDecider.decide(command, state)) {
      state = PreparationEvolution.evolve(state, event);
      events.add(event);
      if (event instanceof ModulePrepareRequested request) {
        open.add(request);
      }
    }
  }

  private static PrepareOutcome outcome(ModulePrepareRequested request) {
    var results = new ArrayList<Result>();
    for (var module : request.modules()) {
      results.add(
          new Prepared(
              module.module(), ARTIFACT, 4_096, Duration.ofMillis(90), CompilerOutput.silent()));
    }
    return new PrepareOutcome(
        UPGRADE,
        ENVIRONMENT,
        request.unit(),
        request.attempt(),
        request.platform().digest(),
        WORKER,
        results);
  }

  private static Platform platform(String version) {
    return new Platform(new PlatformVersion(version), digest(version));
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
