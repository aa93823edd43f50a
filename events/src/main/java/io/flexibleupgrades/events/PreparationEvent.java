package io.flexibleupgrades.events;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact about a platform upgrade and the module preparation that follows it.
 *
 * <p>The events of one {@link UpgradeId} form one stream, and their order in it is the truth that
 * every view is rebuilt from. A stream starts with its plan ({@link ModulesEnlisted}, {@link
 * ModulesExcluded}), records the first step ({@link PlatformUpgraded}), settles each enlisted
 * module exactly once ({@link ModulePrepared}, {@link ModuleFailed} or {@link ModuleSkipped}) and
 * ends with {@link PreparationEnded}, {@link PreparationCancelled} or {@link PreparationRefused},
 * or with {@link PlatformUpgradeFailed}. An ended one goes on after {@link PreparationReopened},
 * which opens the modules named before it once more.
 *
 * <p>A publish compiles by the same rules, in a stream of its own: {@link PublishId#preparation}.
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

  /**
   * The second step has started, or the preparation of a publish.
   *
   * @param platform what a publish is prepared for, null in an upgrade
   */
  record PreparationStarted(
      UpgradeId upgradeId, EnvironmentName environment, @AddedLater @Nullable Platform platform)
      implements PreparationEvent {

    /** The second step of an upgrade has started. */
    public PreparationStarted(UpgradeId upgradeId, EnvironmentName environment) {
      this(upgradeId, environment, null);
    }
  }

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

  /**
   * The operator of an on-premises environment agreed to its three tasks: publishing Service
   * Center, publishing System Components, preparing the modules.
   *
   * @param requestedBy who agreed, as they named themselves
   */
  record PreparationConfirmed(UpgradeId upgradeId, EnvironmentName environment, String requestedBy)
      implements PreparationEvent {
    public PreparationConfirmed {
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * The system modules of a task are being published.
   *
   * @param publishId null if there is nothing to publish
   */
  record SystemPublishStarted(
      UpgradeId upgradeId,
      EnvironmentName environment,
      SystemTask task,
      @Nullable PublishId publishId)
      implements PreparationEvent {}

  /** The system modules of the task are published. */
  record SystemPublishEnded(UpgradeId upgradeId, EnvironmentName environment, SystemTask task)
      implements PreparationEvent {}

  /**
   * The second step cannot start, because a system module is missing or was not published; no
   * module changes state.
   *
   * @param reason in a sentence for the operator
   */
  record PreparationRefused(UpgradeId upgradeId, EnvironmentName environment, String reason)
      implements PreparationEvent {
    public PreparationRefused {
      reason = Text.storable(reason);
    }
  }

  /**
   * What is being compiled is finished, and nothing more is requested until {@link
   * PreparationResumed}.
   *
   * @param requestedBy who asked for it, as they named themselves
   * @param reason as they gave it
   */
  record PreparationPaused(
      UpgradeId upgradeId, EnvironmentName environment, String requestedBy, String reason)
      implements PreparationEvent {
    public PreparationPaused {
      requestedBy = Text.storable(requestedBy);
      reason = Text.storable(reason);
    }
  }

  /**
   * A paused preparation goes on.
   *
   * @param requestedBy who asked for it, as they named themselves
   */
  record PreparationResumed(UpgradeId upgradeId, EnvironmentName environment, String requestedBy)
      implements PreparationEvent {
    public PreparationResumed {
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * What is settled stays so, and the other modules are cancelled.
   *
   * @param requestedBy who asked for it, as they named themselves
   * @param reason as they gave it, null if they gave none
   */
  record PreparationCancelled(
      UpgradeId upgradeId, EnvironmentName environment, String requestedBy, @Nullable String reason)
      implements PreparationEvent {
    public PreparationCancelled {
      requestedBy = Text.storable(requestedBy);
      reason = Text.storableOrNull(reason);
    }
  }

  /**
   * These modules of the ended preparation are open again, as the factory has them now.
   *
   * @param modules at most 500; more take several events, all before {@link PreparationReopened}
   */
  record ModulesReenlisted(
      UpgradeId upgradeId, EnvironmentName environment, List<EnlistedModule> modules)
      implements PreparationEvent {
    public ModulesReenlisted {
      modules = List.copyOf(modules);
    }
  }

  /**
   * An ended preparation goes on with the modules named before. The counts are of the modules that
   * stay settled.
   *
   * @param firstAttempt of the units that are open again; larger than any attempt before
   * @param requestedBy who asked for it, as they named themselves
   * @param reason as they gave it, null if they gave none
   */
  record PreparationReopened(
      UpgradeId upgradeId,
      EnvironmentName environment,
      int firstAttempt,
      int prepared,
      int failed,
      int skipped,
      String requestedBy,
      @Nullable String reason)
      implements PreparationEvent {
    public PreparationReopened {
      requestedBy = Text.storable(requestedBy);
      reason = Text.storableOrNull(reason);
    }
  }

  /**
   * A module that the ended preparation left failed, skipped or cancelled is prepared after all: it
   * was published for the same platform.
   *
   * @param artifact digest under which the artifact is stored
   */
  record ModuleRecovered(
      UpgradeId upgradeId,
      EnvironmentName environment,
      ModuleId module,
      PublishId publishId,
      Digest artifact)
      implements PreparationEvent {}
}
