package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** Locks the environment again for its latest upgrade. */
  record ReopenUpgrade(UpgradeId upgradeId, String requestedBy) implements EnvironmentCommand {}

  /**
   * Releases the lock.
   *
   * @param onNewPlatform whether the environment has the platform that the upgrade leads to
   */
  record EndUpgrade(UpgradeId upgradeId, UpgradeResult result, boolean onNewPlatform)
      implements EnvironmentCommand {}

  /**
   * Releases the lock of an upgrade that was given up.
   *
   * @param onNewPlatform whether the environment has the platform that the upgrade leads to
   */
  record CancelUpgrade(UpgradeId upgradeId, boolean onNewPlatform, String requestedBy)
      implements EnvironmentCommand {}

  /**
   * Changes a module's settings.
   *
   * @param changes new value of each key, or nothing to remove it; other keys stay
   */
  record Configure(ModuleId module, Map<String, Optional<String>> changes, String requestedBy)
      implements EnvironmentCommand {
    public Configure {
      changes = Map.copyOf(changes);
    }
  }

  record Remove(ModuleId module, String requestedBy) implements EnvironmentCommand {}

  /**
   * Starts a publish whose modules nobody else publishes.
   *
   * @param upgrade whose task it is, null if an operator asked for it
   */
  record StartPublish(
      PublishId publish,
      Platform platform,
      List<ModuleToPublish> modules,
      @Nullable UpgradeId upgrade,
      String requestedBy)
      implements EnvironmentCommand {
    public StartPublish {
      modules = List.copyOf(modules);
    }
  }

  /** Takes note that a module of a publish runs with this artifact. */
  record RecordPublished(
      PublishId publish,
      ModuleId module,
      Digest artifact,
      long artifactBytes,
      Digest source,
      List<String> options)
      implements EnvironmentCommand {
    public RecordPublished {
      options = List.copyOf(options);
    }
  }

  /**
   * What it means is told with {@link io.flexibleupgrades.events.EnvironmentEvent.PublishEnded}.
   */
  record EndPublish(
      PublishId publish, int published, int failed, int skipped, @Nullable String reason)
      implements EnvironmentCommand {}

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
