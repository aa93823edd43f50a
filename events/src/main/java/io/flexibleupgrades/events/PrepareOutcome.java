package io.flexibleupgrades.events;

import java.time.Duration;
import java.util.List;

/**
 * A worker's final word on one attempt: one result for each member of the unit, said at once, so
 * that a unit is never half settled.
 *
 * @param platform digest of the distribution the request named
 * @param results one for each module of the request, in its order
 */
public record PrepareOutcome(
    UpgradeId upgradeId,
    EnvironmentName environment,
    UnitId unit,
    int attempt,
    Digest platform,
    WorkerName worker,
    List<Result> results)
    implements WorkerMessage {
  public PrepareOutcome {
    results = List.copyOf(results);
  }

  /** What became of one module in this attempt. */
  public sealed interface Result {
    ModuleId module();
  }

  /**
   * The module's artifact is stored.
   *
   * @param compileTime wall-clock time the compiler ran for the unit; zero if a known result was
   *     taken from the action cache
   */
  public record Prepared(
      ModuleId module,
      Digest artifact,
      long artifactBytes,
      Duration compileTime,
      CompilerOutput output)
      implements Result {}

  /** The module was not prepared; the orchestrator decides whether it is tried again. */
  public record Failed(ModuleId module, FailureKind kind, CompilerOutput output)
      implements Result {}

  /**
   * The module was not compiled.
   *
   * @param failedProducers as the request named them, or the failed members of the module's cycle
   */
  public record Skipped(ModuleId module, List<ModuleId> failedProducers) implements Result {
    public Skipped {
      failedProducers = List.copyOf(failedProducers);
    }
  }
}
