package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import java.util.ArrayList;
import java.util.List;

/** Decides what follows from the end of one current attempt. */
final class AttemptDecider {
  private final CurrentAttempt current;
  private final Scope scope;
  private final List<ModuleId> members;
  private final int attempt;

  AttemptDecider(CurrentAttempt current) {
    this.current = current;
    scope = current.state().scope();
    members = scope.plan().memberIds(current.unit());
    attempt = current.request().attempt();
  }

  /** Returns what follows from a worker's results. */
  List<PreparationEvent> reported(List<Result> results) {
    if (!areOfMembers(results)) {
      return failed(
          FailureKind.INFRASTRUCTURE,
          "The worker answered for %s, but was asked for %s."
              .formatted(results.stream().map(Result::module).toList(), members));
    }
    if (current.isSkip()) {
      var failedProducers = current.request().failedProducers();
      var skipped = new ArrayList<PreparationEvent>();
      members.forEach(module -> skipped.add(skipped(module, failedProducers)));
      return settled(skipped);
    }
    var failed = new ArrayList<ModuleId>();
    int prepared = 0;
    for (var result : results) {
      switch (result) {
        case Failed(_, var kind, var output) when kind != FailureKind.COMPILE -> {
          return failed(kind, output);
        }
        case Failed failure -> failed.add(failure.module());
        case Prepared _ -> prepared++;
        case Skipped _ -> {
          // A member of a cycle in which another one failed.
        }
      }
    }
    if (failed.isEmpty() ? prepared < members.size() : prepared > 0) {
      return failed(
          FailureKind.INFRASTRUCTURE,
          "The worker's results do not fit together: a unit is prepared as a whole, or some of it failed.");
    }
    var settled = new ArrayList<PreparationEvent>();
    for (var result : results) {
      settled.add(settled(result, failed));
    }
    return settled(settled);
  }

  private boolean areOfMembers(List<Result> results) {
    boolean fit = results.size() == members.size();
    for (int place = 0; fit && place < members.size(); place++) {
      fit = results.get(place).module().equals(members.get(place));
    }
    return fit;
  }

  /** Returns what follows when an attempt ended without results that count. */
  List<PreparationEvent> failed(FailureKind kind, String reason) {
    var diagnostic =
        new Diagnostic(DiagnosticKind.ERROR, "flexup." + kind, null, 0, 0, reason, null);
    return failed(kind, new CompilerOutput(List.of(diagnostic), 1, 0, reason));
  }

  private List<PreparationEvent> failed(FailureKind kind, CompilerOutput output) {
    if (current.isSkip() || attempt - scope.firstAttempt() < PreparationDecider.MOST_RETRIES) {
      return List.of(
          new PrepareAttemptFailed(
              scope.upgradeId(),
              scope.environment(),
              scope.plan().unitId(current.unit()),
              attempt,
              kind,
              reason(output)));
    }
    var failed = new ArrayList<PreparationEvent>();
    members.forEach(module -> failed.add(failed(module, kind, output)));
    return settled(failed);
  }

  /** Adds what the settling of the unit brings about: its consumers are skipped, or all is done. */
  private List<PreparationEvent> settled(List<PreparationEvent> events) {
    int prepared = 0;
    int skipped = 0;
    var failed = new ArrayList<ModuleId>();
    for (var event : events) {
      switch (event) {
        case ModulePrepared _ -> prepared++;
        case ModuleSkipped _ -> skipped++;
        case ModuleFailed failure -> failed.add(failure.module());
        default -> {
          // Nothing else settles a module.
        }
      }
    }
    if (!failed.isEmpty()) {
      for (int consumer : scope.plan().consumers(current.unit(), this::isUntouched)) {
        events.add(Requests.skip(current.state(), consumer, scope.firstAttempt(), failed));
      }
    }
    var before = current.state().settled();
    if (before.count() + members.size() == scope.plan().moduleCount()) {
      events.add(
          new PreparationEnded(
              scope.upgradeId(),
              scope.environment(),
              before.artifacts().size() + prepared,
              before.failed().size() + failed.size(),
              before.skipped().size() + skipped));
    }
    return List.copyOf(events);
  }

  /**
   * A consumer of a failed module was never requested to be compiled: it can only be skipped. What
   * consumes it is untouched too, or is being skipped or prepared for other reasons already.
   */
  private boolean isUntouched(int consumer) {
    var state = current.state();
    return state.open().get(consumer) == null
        && !state.settled().contains(scope.plan().members(consumer)[0]);
  }

  /** The failed modules are those of the unit. */
  private PreparationEvent settled(Result result, List<ModuleId> failed) {
    return switch (result) {
      case Prepared(var module, var artifact, long bytes, var time, var output) ->
          new ModulePrepared(
              scope.upgradeId(),
              scope.environment(),
              module,
              attempt,
              artifact,
              bytes,
              scope.platform(),
              time,
              output);
      case Failed(var module, var kind, var output) -> failed(module, kind, output);
      case Skipped(var module, _) -> skipped(module, failed);
    };
  }

  private PreparationEvent failed(ModuleId module, FailureKind kind, CompilerOutput output) {
    return new ModuleFailed(scope.upgradeId(), scope.environment(), module, attempt, kind, output);
  }

  private PreparationEvent skipped(ModuleId module, List<ModuleId> failedProducers) {
    return new ModuleSkipped(
        scope.upgradeId(), scope.environment(), module, attempt, failedProducers);
  }

  private static String reason(CompilerOutput output) {
    return output.diagnostics().isEmpty()
        ? output.log()
        : output.diagnostics().getFirst().message();
  }
}
