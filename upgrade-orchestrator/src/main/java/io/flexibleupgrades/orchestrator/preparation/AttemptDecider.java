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
import java.util.Arrays;
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
    var plan = scope.plan();
    members =
        Arrays.stream(plan.members(current.unit()))
            .mapToObj(member -> plan.module(member).module())
            .toList();
    attempt = current.request().attempt();
  }

  /** Returns what follows from a worker's results. */
  List<PreparationEvent> reported(List<Result> results) {
    if (!results.stream().map(Result::module).toList().equals(members)) {
      return failed(
          FailureKind.INFRASTRUCTURE,
          "The worker answered for %s, but was asked for %s."
              .formatted(results.stream().map(Result::module).toList(), members));
    }
    if (current.isSkip()) {
      var failedProducers = current.request().failedProducers();
      return settled(
          results.stream().map(result -> skipped(result.module(), failedProducers)).toList());
    }
    for (var result : results) {
      if (result instanceof Failed(_, var kind, var output) && kind != FailureKind.COMPILE) {
        return failed(kind, output);
      }
    }
    if (results.stream().allMatch(Prepared.class::isInstance)) {
      return settled(results.stream().map(this::settled).toList());
    }
    var failed = failedModules(results);
    if (failed.isEmpty() || results.stream().anyMatch(Prepared.class::isInstance)) {
      return failed(
          FailureKind.INFRASTRUCTURE,
          "The worker's results do not fit together: a unit is prepared as a whole, or some of it failed.");
    }
    return settled(
        results.stream()
            .map(result ->
                result instanceof Skipped skip ? skipped(skip.module(), failed) : settled(result))
            .toList());
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
    return settled(members.stream().map(module -> failed(module, kind, output)).toList());
  }

  /** Adds what the settling of the unit brings about: its consumers are skipped, or all is done. */
  private List<PreparationEvent> settled(List<PreparationEvent> settlements) {
    var events = new ArrayList<>(settlements);
    var failed =
        settlements.stream()
            .filter(ModuleFailed.class::isInstance)
            .map(event -> ((ModuleFailed) event).module())
            .toList();
    if (!failed.isEmpty()) {
      for (int consumer : scope.plan().transitiveConsumers(current.unit())) {
        if (isUntouched(consumer)) {
          events.add(Requests.skip(current.state(), consumer, scope.firstAttempt(), failed));
        }
      }
    }
    var before = current.state().settled();
    if (before.count() + settlements.size() == scope.plan().moduleCount()) {
      events.add(
          new PreparationEnded(
              scope.upgradeId(),
              scope.environment(),
              before.artifacts().size() + count(settlements, ModulePrepared.class),
              before.failed().size() + failed.size(),
              before.skipped().size() + count(settlements, ModuleSkipped.class)));
    }
    return List.copyOf(events);
  }

  /** A consumer of a failed module was never requested to be compiled: it can only be skipped. */
  private boolean isUntouched(int consumer) {
    var state = current.state();
    return state.open().get(consumer) == null
        && !state.settled().contains(scope.plan().members(consumer)[0]);
  }

  private PreparationEvent settled(Result result) {
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
      case Skipped(var module, var failedProducers) -> skipped(module, failedProducers);
    };
  }

  private PreparationEvent failed(ModuleId module, FailureKind kind, CompilerOutput output) {
    return new ModuleFailed(scope.upgradeId(), scope.environment(), module, attempt, kind, output);
  }

  private PreparationEvent skipped(ModuleId module, List<ModuleId> failedProducers) {
    return new ModuleSkipped(
        scope.upgradeId(), scope.environment(), module, attempt, failedProducers);
  }

  private static List<ModuleId> failedModules(List<Result> results) {
    return results.stream().filter(Failed.class::isInstance).map(Result::module).toList();
  }

  private static int count(List<PreparationEvent> events, Class<?> type) {
    return (int) events.stream().filter(type::isInstance).count();
  }

  private static String reason(CompilerOutput output) {
    return output.diagnostics().isEmpty()
        ? output.log()
        : output.diagnostics().getFirst().message();
  }
}
