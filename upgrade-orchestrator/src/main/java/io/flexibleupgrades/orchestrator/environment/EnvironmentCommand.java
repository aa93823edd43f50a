package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that an operator asks of an environment. */
public sealed interface EnvironmentCommand {

  record Create(
      EnvironmentName environment,
      EnvironmentKind kind,
      String edition,
      Platform platform,
      LockPolicy lock)
      implements EnvironmentCommand {}

  /**
   * Registers modules, or changes them where they differ.
   *
   * @param running whether they run already on the environment's platform
   * @param complete whether the factory is complete with these, so that every producer must exist
   */
  record Import(List<ImportedModule> modules, boolean running, boolean complete)
      implements EnvironmentCommand {
    public Import {
      modules = List.copyOf(modules);
    }
  }

  record StartUpgrade(UpgradeId upgradeId, Platform to, Eligibility eligibility, String requestedBy)
      implements EnvironmentCommand {}

  record EndUpgrade(UpgradeId upgradeId, UpgradeResult result) implements EnvironmentCommand {}

  /** A module as its folder describes it. */
  record ImportedModule(
      ModuleId module,
      ModuleKind kind,
      List<ModuleId> producers,
      @Nullable Digest source,
      long sourceBytes,
      @Nullable String defect) {
    public ImportedModule {
      producers = List.copyOf(producers);
    }
  }
}
