package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that an operator, a worker or a timer asks of one preparation. */
public sealed interface PreparationCommand {

  /** Freezes the plan: these modules are in scope, those are not. */
  record Enlist(
      UpgradeId upgradeId,
      EnvironmentName environment,
      List<EnlistedModule> modules,
      List<ExcludedModule> excluded)
      implements PreparationCommand {}

  /**
   * Records that the first step has finished.
   *
   * @param startsByItself whether the preparation follows without a confirmation
   */
  record FinishPlatformUpgrade(Platform from, Platform to, boolean startsByItself)
      implements PreparationCommand {}

  /** Starts the preparation of a publish, whose plan is frozen. */
  record BeginPublish(Platform platform) implements PreparationCommand {}

  /** Records that the first step did not succeed. */
  record FailPlatformUpgrade(String reason) implements PreparationCommand {}

  /**
   * Requests units that are ready, the longest way before them first.
   *
   * @param room how many may be requested, 0 or more
   */
  record Dispatch(int room) implements PreparationCommand {}

  /** Takes a worker's word on an attempt, if it is the attempt that counts. */
  record Report(PrepareOutcome outcome) implements PreparationCommand {}

  /** Gives up an attempt that nobody answers. */
  record GiveUp(UnitId unit, int attempt, String reason) implements PreparationCommand {}

  /** Requests a unit again after its attempt failed and the pause is over. */
  record Retry(UnitId unit, int attempt) implements PreparationCommand {}

  /** Agrees to the three tasks of an on-premises upgrade. */
  record Confirm(String requestedBy) implements PreparationCommand {}

  /**
   * Records that a task's system modules are being published.
   *
   * @param publish null if there is nothing to publish
   */
  record BeginSystemPublish(SystemTask task, @Nullable PublishId publish)
      implements PreparationCommand {}

  /** Records that the running task's system modules are published. */
  record EndSystemPublish() implements PreparationCommand {}

  /** Starts the second step after all system modules are published. */
  record Begin() implements PreparationCommand {}

  /** Ends a preparation whose system modules are missing or were not published. */
  record Refuse(String reason) implements PreparationCommand {}

  /** Lets running compiles finish and requests no more. */
  record Pause(String requestedBy, String reason) implements PreparationCommand {}

  /** Goes on after a pause. */
  record Resume(String requestedBy) implements PreparationCommand {}

  /** Ends the preparation; what is settled stays so. */
  record Cancel(String requestedBy, @Nullable String reason) implements PreparationCommand {}

  /** Opens modules of an ended preparation once more, as {@link ReopenedModules} finds them. */
  record Reopen(List<EnlistedModule> modules, String requestedBy, @Nullable String reason)
      implements PreparationCommand {}

  /** Takes note that a module which the ended preparation left unprepared was published. */
  record Recover(ModuleId module, PublishId publish, Digest artifact)
      implements PreparationCommand {}
}
