package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.WorkerName;
import io.flexibleupgrades.orchestrator.preparation.Nature.DoesNotCompile;
import io.flexibleupgrades.orchestrator.preparation.Nature.Faulty;
import io.flexibleupgrades.orchestrator.preparation.Nature.Swallowed;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers requests as the modules' natures have it, or garbled. */
final class SimulatedWorkers {
  private static final WorkerName WORKER = new WorkerName("w1");
  private static final Duration TIME = Duration.ofMillis(80);
  private static final CompilerOutput SILENT = CompilerOutput.silent();

  private final SimulatedModule[] modules;

  /**
   * @param modules as they are when they are asked for; kept, not copied
   */
  SimulatedWorkers(SimulatedModule[] modules) {
    this.modules = modules;
  }

  /**
   * Returns what will be heard of a request.
   *
   * @param firstAttempt since the modules were opened
   */
  PreparationCommand answer(ModulePrepareRequested request, int firstAttempt) {
    return !request.isSkip() && has(request, Swallowed.class)
        ? silence(request.unit(), request.attempt())
        : report(
            request.unit(),
            request.attempt(),
            Story.NEW.digest(),
            results(request, request.attempt() - firstAttempt + 1));
  }

  static GiveUp silence(UnitId unit, int attempt) {
    return new GiveUp(unit, attempt, "silence");
  }

  static Report report(UnitId unit, int attempt, Digest platform, List<Result> results) {
    return new Report(
        new PrepareOutcome(
            Story.UPGRADE, Story.ENVIRONMENT, unit, attempt, platform, WORKER, results));
  }

  /** Returns the same outcome, had the worker broken down. */
  static Report broken(PrepareOutcome outcome, FailureKind kind) {
    var results = new ArrayList<>(outcome.results());
    results.replaceAll(result -> new Failed(result.module(), kind, Said.ERRORS));
    return report(outcome.unit(), outcome.attempt(), outcome.platform(), results);
  }

  /** Returns an outcome that is no answer to the request, or at least a careless one. */
  static Report garbled(PrepareOutcome outcome, int chance) {
    var results = new ArrayList<>(outcome.results());
    int place = (chance >>> 2) % results.size();
    // One failure that is told as a success would be an answer that fits.
    switch (results.size() == 1 ? chance & 1 : chance & 3) {
      case 0 -> results.remove(place);
      case 1 -> results.replaceAll(result -> new Skipped(result.module(), List.of()));
      case 2 -> results.add(results.get(place));
      default -> {
        var result = results.get(place);
        results.set(
            place,
            result instanceof Prepared
                ? new Skipped(result.module(), List.of())
                : prepared(Numbered.of(result.module()), outcome.attempt()));
      }
    }
    return report(outcome.unit(), outcome.attempt(), outcome.platform(), results);
  }

  private static Prepared prepared(int module, int attempt) {
    return new Prepared(
        Numbered.module(module), Numbered.artifact(module, attempt), 1_000, TIME, SILENT);
  }

  private List<Result> results(ModulePrepareRequested request, int attempt) {
    var results = new ArrayList<Result>(request.modules().size());
    FailureKind fault = request.isSkip() ? null : fault(request, attempt);
    boolean compiles = !has(request, DoesNotCompile.class);
    for (var requested : request.modules()) {
      int module = Numbered.of(requested.module());
      if (request.isSkip()) {
        results.add(new Skipped(requested.module(), request.failedProducers()));
      } else if (fault != null) {
        results.add(new Failed(requested.module(), fault, Said.ERRORS));
      } else if (compiles) {
        results.add(prepared(module, request.attempt()));
      } else if (modules[module].nature() instanceof DoesNotCompile) {
        results.add(new Failed(requested.module(), FailureKind.COMPILE, Said.ERRORS));
      } else {
        results.add(new Skipped(requested.module(), List.of()));
      }
    }
    return results;
  }

  private @Nullable FailureKind fault(ModulePrepareRequested request, int attempt) {
    for (var requested : request.modules()) {
      if (modules[Numbered.of(requested.module())].nature() instanceof Faulty(int last, var kind)
          && attempt <= last) {
        return kind;
      }
    }
    return null;
  }

  private boolean has(ModulePrepareRequested request, Class<? extends Nature> nature) {
    for (var requested : request.modules()) {
      if (nature.isInstance(modules[Numbered.of(requested.module())].nature())) {
        return true;
      }
    }
    return false;
  }
}
