package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an auditor remembers of the modules of a simulated run, from the events alone. */
final class Books {
  /** The modules as the factory has them now; the operators change it between preparations. */
  final @Nullable SimulatedModule[] now;

  /** The modules as the plan has them. */
  final SimulatedModule[] planned;

  final StageBooks stage = new StageBooks();
  private final int[] attempts;
  private final boolean[] awaiting;
  private final @Nullable ModulePrepareRequested[] requests;
  private final @Nullable Digest[] artifacts;
  private FactoryOracle oracle;
  private int prepared;
  private int failed;
  private int skipped;
  private int reenlisted;
  private int firstAttempt = 1;
  private int latestAttempt;
  private int percentage;

  Books(SimulatedFactory factory) {
    planned = factory.modules().toArray(SimulatedModule[]::new);
    now = planned.clone();
    attempts = new int[planned.length];
    awaiting = new boolean[planned.length];
    requests = new ModulePrepareRequested[planned.length];
    artifacts = new Digest[planned.length];
    oracle = new FactoryOracle(planned, 0, 0);
  }

  void enter(PreparationEvent event) {
    switch (event) {
      case ModulePrepareRequested e -> {
        int unit = Numbered.of(e.unit());
        attempts[unit] = e.attempt();
        awaiting[unit] = false;
        requests[unit] = e;
        latestAttempt = Math.max(latestAttempt, e.attempt());
      }
      case PrepareAttemptFailed e -> awaiting[Numbered.of(e.unit())] = true;
      case ModulePrepared e -> prepared(e.module(), e.artifact());
      case ModuleFailed e -> failed |= 1 << Numbered.of(e.module());
      case ModuleSkipped e -> skipped |= 1 << Numbered.of(e.module());
      case ModuleRecovered e -> {
        int others = ~(1 << Numbered.of(e.module()));
        failed &= others;
        skipped &= others;
        prepared(e.module(), e.artifact());
      }
      case ModulesReenlisted e ->
          e.modules().forEach(module -> reenlisted |= 1 << Numbered.of(module.module()));
      case PreparationReopened e -> reopened(e);
      default -> {
        // About the preparation as a whole.
      }
    }
    stage.enter(event);
    if (event instanceof ModuleRecovered && prepared == oracle.all()) {
      stage.complete();
    }
    int after = percentage();
    require(after >= percentage, "the percentage falls", percentage, after);
    percentage = after;
  }

  FactoryOracle oracle() {
    return oracle;
  }

  int prepared() {
    return prepared;
  }

  int failed() {
    return failed;
  }

  int skipped() {
    return skipped;
  }

  int settled() {
    return prepared | failed | skipped;
  }

  int unsettled() {
    return oracle.all() & ~settled();
  }

  int firstAttempt() {
    return firstAttempt;
  }

  int latestAttempt() {
    return latestAttempt;
  }

  @Nullable Digest artifactOf(int module) {
    return artifacts[module];
  }

  /** Returns the unit's latest request since it was opened, null if there was none. */
  @Nullable ModulePrepareRequested requestOf(int unit) {
    return requests[unit];
  }

  /** Whether this is the latest attempt, and nothing became of it yet. */
  boolean isRequested(int unit, int attempt) {
    return isOpen(unit, attempt) && !awaiting[unit];
  }

  boolean isAwaitingRetry(int unit, int attempt) {
    return isOpen(unit, attempt) && awaiting[unit];
  }

  private boolean isOpen(int unit, int attempt) {
    return stage.isUnderWay()
        && unit >= 0
        && unit < attempts.length
        && requests[unit] != null
        && attempts[unit] == attempt
        && (settled() >>> unit & 1) == 0;
  }

  boolean isSkip(int unit) {
    var request = requests[unit];
    return request != null && request.isSkip();
  }

  /** Returns how many units a worker is asked to compile. */
  int compiling() {
    int count = 0;
    for (int rest = unsettled(); rest != 0; rest &= rest - 1) {
      int unit = Integer.numberOfTrailingZeros(rest);
      var request = requests[unit];
      count += request != null && !awaiting[unit] && !request.isSkip() ? 1 : 0;
    }
    return count;
  }

  int percentage() {
    int total = oracle.count();
    return total == 0 ? 0 : 100 * Integer.bitCount(settled()) / total;
  }

  private void prepared(ModuleId module, Digest artifact) {
    prepared |= 1 << Numbered.of(module);
    artifacts[Numbered.of(module)] = artifact;
  }

  private void reopened(PreparationReopened event) {
    for (int rest = reenlisted; rest != 0; rest &= rest - 1) {
      int module = Integer.numberOfTrailingZeros(rest);
      var changed = now[module];
      planned[module] = changed == null ? planned[module] : changed;
    }
    prepared &= ~reenlisted;
    failed &= ~reenlisted;
    skipped &= ~reenlisted;
    reenlisted = 0;
    firstAttempt = event.firstAttempt();
    Arrays.fill(requests, null);
    Arrays.fill(awaiting, false);
    oracle = new FactoryOracle(planned.clone(), prepared, failed | skipped);
    percentage = 0;
  }

  @Override
  public String toString() {
    return List.of(Numbered.list(prepared), Numbered.list(failed), Numbered.list(skipped))
        .toString();
  }
}
