package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import java.util.List;

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
}
