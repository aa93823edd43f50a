package io.flexibleupgrades.events;

import java.time.Duration;
import java.util.List;

/**
 * One fact about a platform upgrade and the module preparation that follows it.
 *
 * <p>The events of one {@link UpgradeId} form one stream, and their order in it is the truth that
 * every view is rebuilt from. A stream starts with its plan ({@link ModulesEnlisted}, {@link
 * ModulesExcluded}), records the first step ({@link PlatformUpgraded}), settles each enlisted
 * module exactly once ({@link ModulePrepared}, {@link ModuleFailed} or {@link ModuleSkipped}) and
 * ends with {@link PreparationEnded}, or with {@link PlatformUpgradeFailed}.
 */
public sealed interface PreparationEvent extends Event {

  /** The upgrade whose stream the event belongs to. */
  UpgradeId upgradeId();

  @Override
  default Stream stream() {
    return Stream.of(upgradeId());
  }

  /**
   * These modules are in scope.
   *
   * @param modules at most 500; a larger plan takes several events
   */
  record ModulesEnlisted(
      UpgradeId upgradeId, EnvironmentName environment, List<EnlistedModule> modules)
      implements PreparationEvent {
    public ModulesEnlisted {
      modules = List.copyOf(modules);
    }
  }

  /**
   * These modules are left alone and counted in no total.
   *
   * @param modules at most 500; a longer list takes several events
   */
  record ModulesExcluded(
      UpgradeId upgradeId, EnvironmentName environment, List<ExcludedModule> modules)
      implements PreparationEvent {
    public ModulesExcluded {
      modules = List.copyOf(modules);
    }
  }

  /**
   * The first step has finished: the environment has the new platform.
   *
   * @param moduleCount modules in scope of the preparation, 0 or more
   */
  record PlatformUpgraded(
      UpgradeId upgradeId, EnvironmentName environment, Platform from, Platform to, int moduleCount)
      implements PreparationEvent {}

  /**
   * The first step did not succeed; the environment keeps its platform and nothing is prepared.
   *
   * @param reason in a sentence for the operator
   */
  record PlatformUpgradeFailed(UpgradeId upgradeId, EnvironmentName environment, String reason)
      implements PreparationEvent {
    public PlatformUpgradeFailed {
      reason = Text.storable(reason);
    }
  }

  /** The second step has started. */
  record PreparationStarted(UpgradeId upgradeId, EnvironmentName environment)
      implements PreparationEvent {}

  /**
   * Every producer of the unit is settled, and a worker is asked to compile or to skip it.
   *
   * @param attempt 1 for the first request of the unit; only the latest attempt's outcome counts
   * @param platform digest of the distribution to compile with
   * @param modules the unit's members in alphabetical order
   * @param failedProducers the failed modules that the unit consumes, directly or not, in
   *     alphabetical order; if there are any, the unit is skipped without a compile
   */
  record ModulePrepareRequested(
      UpgradeId upgradeId,
      EnvironmentName environment,
      UnitId unit,
      int attempt,
      Platform platform,
      List<RequestedModule> modules,
      List<ModuleId> failedProducers)
      implements PreparationEvent {
    public ModulePrepareRequested {
      modules = List.copyOf(modules);
      failedProducers = List.copyOf(failedProducers);
    }

    /** Whether the unit is to be skipped rather than compiled. */
    public boolean isSkip() {
      return !failedProducers.isEmpty();
    }
  }

  /**
   * An attempt ended without an outcome that counts, and the unit will be requested again.
   *
   * @param kind {@link FailureKind#INFRASTRUCTURE} or {@link FailureKind#TIME_LIMIT}
   * @param reason in a sentence for the operator
   */
  record PrepareAttemptFailed(
      UpgradeId upgradeId,
      EnvironmentName environment,
      UnitId unit,
      int attempt,
      FailureKind kind,
      String reason)
      implements PreparationEvent {
    public PrepareAttemptFailed {
      reason = Text.storable(reason);
    }
  }

  /**
   * The module compiled with the new platform and its artifact is in the artifact store.
   *
   * @param artifact digest under which the artifact is stored
   * @param platform what it was compiled with
   * @param compileTime wall-clock time the compiler ran, without queueing and upload; zero if a
   *     known result was taken from the action cache
   * @param output the compiler's warnings and notes
   */
  record ModulePrepared(
      UpgradeId upgradeId,
      EnvironmentName environment,
      ModuleId module,
      int attempt,
      Digest artifact,
      long artifactBytes,
      Platform platform,
      Duration compileTime,
      CompilerOutput output)
      implements PreparationEvent {}

  /** The module could not be prepared. Final: faults of the infrastructure were retried before. */
  record ModuleFailed(
      UpgradeId upgradeId,
      EnvironmentName environment,
      ModuleId module,
      int attempt,
      FailureKind kind,
      CompilerOutput output)
      implements PreparationEvent {}

  /**
   * The module was not compiled, because modules it consumes failed.
   *
   * @param failedProducers the failed modules it consumes, directly or not, that were known when it
   *     was skipped; never empty, in alphabetical order
   */
  record ModuleSkipped(
      UpgradeId upgradeId,
      EnvironmentName environment,
      ModuleId module,
      int attempt,
      List<ModuleId> failedProducers)
      implements PreparationEvent {
    public ModuleSkipped {
      failedProducers = List.copyOf(failedProducers);
    }
  }

  /** Every module in scope is settled. The three counts add up to the plan's size. */
  record PreparationEnded(
      UpgradeId upgradeId, EnvironmentName environment, int prepared, int failed, int skipped)
      implements PreparationEvent {}
}
