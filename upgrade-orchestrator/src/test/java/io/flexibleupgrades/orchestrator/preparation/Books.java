package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.UnitId;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an auditor remembers of a simulated run. */
final class Books {
  private final FactoryOracle oracle;
  private final Map<UnitId, ModulePrepareRequested> requests = new HashMap<>();
  private final Map<UnitId, Integer> failedAttempts = new HashMap<>();
  private final Map<ModuleId, String> settled = new TreeMap<>();
  private final Map<ModuleId, Digest> artifacts = new HashMap<>();
  private boolean started;
  private boolean ended;
  private long percentage;

  Books(FactoryOracle oracle) {
    this.oracle = oracle;
  }

  void enter(PreparationEvent event) {
    switch (event) {
      case PreparationStarted _ -> started = true;
      case ModulePrepareRequested e -> requests.put(e.unit(), e);
      case PrepareAttemptFailed e -> failedAttempts.put(e.unit(), e.attempt());
      case ModulePrepared e -> {
        settled.put(e.module(), "prepared");
        artifacts.put(e.module(), e.artifact());
      }
      case ModuleFailed e -> settled.put(e.module(), "failed " + e.kind());
      case ModuleSkipped e -> settled.put(e.module(), "skipped");
      case PreparationEnded _ -> ended = true;
      default -> {
        // The first step leaves nothing to remember.
      }
    }
    int total = Math.max(1, oracle.modules().size());
    long now = 100L * settled.size() / total;
    require(now >= percentage, "the percentage falls", percentage, now);
    percentage = now;
  }

  boolean hasStarted() {
    return started;
  }

  boolean hasEnded() {
    return ended;
  }

  /** Returns what became of each settled module. */
  Map<ModuleId, String> settled() {
    return Collections.unmodifiableMap(settled);
  }

  long count(String outcome) {
    return settled.values().stream().filter(text -> text.startsWith(outcome)).count();
  }

  boolean isPrepared(ModuleId module) {
    return artifacts.containsKey(module);
  }

  boolean hasFailed(ModuleId module) {
    return settled.getOrDefault(module, "").startsWith("failed");
  }

  @Nullable Digest artifactOf(ModuleId module) {
    return artifacts.get(module);
  }

  UnitId unitOf(ModuleId module) {
    return new UnitId(oracle.cycle(module).getFirst().value());
  }

  /** Returns the latest request of the unit, null if there was none. */
  @Nullable ModulePrepareRequested requestOf(UnitId unit) {
    return requests.get(unit);
  }

  /** Whether this is the latest attempt, and nothing became of it yet. */
  boolean isRequested(UnitId unit, int attempt) {
    return wasLastRequested(unit, attempt)
        && failedAttempts.getOrDefault(unit, 0) < attempt
        && !settled.containsKey(new ModuleId(unit.value()));
  }

  boolean isAwaitingRetry(UnitId unit, int attempt) {
    return wasLastRequested(unit, attempt) && failedAttempts.getOrDefault(unit, 0) == attempt;
  }

  boolean wasLastRequested(UnitId unit, int attempt) {
    var request = requests.get(unit);
    return request != null && request.attempt() == attempt;
  }

  boolean isSkip(UnitId unit) {
    var request = requests.get(unit);
    return request != null && request.isSkip();
  }

  List<ModuleId> failedProducersOf(ModuleId module) {
    var request = requests.get(unitOf(module));
    return request == null ? List.of() : request.failedProducers();
  }

  /** Returns the failed modules that this one consumes, directly or not, outside its cycle. */
  List<ModuleId> failuresBefore(ModuleId module) {
    return oracle.outside(module).stream().filter(this::hasFailed).toList();
  }

  /** Returns the modules that consume a failed module and are not settled. */
  List<ModuleId> blocked() {
    return oracle.modules().stream()
        .filter(module -> !settled.containsKey(module))
        .filter(module -> !failuresBefore(module).isEmpty())
        .toList();
  }

  boolean isBeingSkipped(ModuleId module) {
    return isSkip(unitOf(module));
  }
}
