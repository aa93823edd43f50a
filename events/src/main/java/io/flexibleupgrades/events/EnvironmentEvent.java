package io.flexibleupgrades.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact about an environment: what it is, which modules its factory has and how they are
 * configured, what was published, and which upgrades it went through.
 *
 * <p>A stream starts with {@link EnvironmentCreated}. From {@link UpgradeStarted} or {@link
 * UpgradeReopened} to {@link UpgradeEnded} or {@link UpgradeCancelled} the publish lock holds and
 * the catalogue does not change.
 */
public sealed interface EnvironmentEvent extends Event {

  @Override
  default Stream stream() {
    return Stream.of(environment());
  }

  /**
   * The environment exists and runs on a platform.
   *
   * @param edition the vendor's edition, such as {@code enterprise}; {@code free} cannot upgrade
   */
  record EnvironmentCreated(
      EnvironmentName environment,
      EnvironmentKind kind,
      String edition,
      Platform platform,
      LockPolicy lock)
      implements EnvironmentEvent {
    public EnvironmentCreated {
      edition = Text.storable(edition);
    }
  }

  /**
   * The factory has a new module.
   *
   * @param producers the modules it consumes directly, in alphabetical order
   * @param source digest of its source bundle, null if there is none
   * @param sourceBytes size of its source bundle
   * @param defect why it cannot be compiled whatever the platform, null if nothing stands against
   *     it
   */
  record ModuleRegistered(
      EnvironmentName environment,
      ModuleId module,
      ModuleKind kind,
      List<ModuleId> producers,
      @Nullable Digest source,
      long sourceBytes,
      @Nullable String defect)
      implements EnvironmentEvent {
    public ModuleRegistered {
      producers = List.copyOf(producers);
      defect = Text.storableOrNull(defect);
    }
  }

  /** A registered module's source, producers, kind or defect is another one now. */
  record ModuleChanged(
      EnvironmentName environment,
      ModuleId module,
      ModuleKind kind,
      List<ModuleId> producers,
      @Nullable Digest source,
      long sourceBytes,
      @Nullable String defect)
      implements EnvironmentEvent {
    public ModuleChanged {
      producers = List.copyOf(producers);
      defect = Text.storableOrNull(defect);
    }
  }

  /**
   * The module was already running when it was registered.
   *
   * @param platform the version it runs on
   * @param running what identifies the running bits: the digest of the adopted source bundle, null
   *     if it came without one
   */
  record ModuleAdopted(
      EnvironmentName environment,
      ModuleId module,
      PlatformVersion platform,
      @Nullable Digest running)
      implements EnvironmentEvent {}

  /**
   * An upgrade was accepted and publishing is locked until it ends.
   *
   * @param requestedBy who asked for it, as they named themselves
   */
  record UpgradeStarted(
      EnvironmentName environment,
      UpgradeId upgradeId,
      Platform from,
      Platform to,
      String requestedBy)
      implements EnvironmentEvent {
    public UpgradeStarted {
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * The upgrade ended and publishing is possible again.
   *
   * @param platform what the environment runs on from now on
   */
  record UpgradeEnded(
      EnvironmentName environment, UpgradeId upgradeId, UpgradeResult result, Platform platform)
      implements EnvironmentEvent {}

  /**
   * Modules of the ended upgrade are prepared again, and publishing is locked until that ends.
   *
   * @param requestedBy who asked for it, as they named themselves
   */
  record UpgradeReopened(EnvironmentName environment, UpgradeId upgradeId, String requestedBy)
      implements EnvironmentEvent {
    public UpgradeReopened {
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * The upgrade was cancelled and publishing is possible again.
   *
   * @param platform what the environment runs on from now on
   * @param requestedBy who asked for it, as they named themselves
   */
  record UpgradeCancelled(
      EnvironmentName environment, UpgradeId upgradeId, Platform platform, String requestedBy)
      implements EnvironmentEvent {
    public UpgradeCancelled {
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * The factory has the module no more.
   *
   * @param requestedBy who asked for it, as they named themselves
   */
  record ModuleRemoved(EnvironmentName environment, ModuleId module, String requestedBy)
      implements EnvironmentEvent {
    public ModuleRemoved {
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * The module has these settings from now on; what runs of it takes them up when it is published.
   *
   * @param version 1 for the module's first settings, then one more each time
   * @param settings all of them, in alphabetical order of their keys
   * @param requestedBy who asked for it, as they named themselves
   */
  record ModuleConfigured(
      EnvironmentName environment,
      ModuleId module,
      int version,
      List<Setting> settings,
      String requestedBy)
      implements EnvironmentEvent {
    public ModuleConfigured {
      settings = List.copyOf(settings);
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * A publish was accepted. Unless all artifacts are there already, its preparation follows in the
   * stream of {@link PublishId#preparation}.
   *
   * @param platform what the modules are published for
   * @param modules in alphabetical order, at most 500
   * @param upgradeId the on-premises upgrade whose task it is, null if an operator asked for it
   * @param requestedBy who asked for it, as they named themselves
   */
  record PublishStarted(
      EnvironmentName environment,
      PublishId publishId,
      Platform platform,
      List<ModuleToPublish> modules,
      @Nullable UpgradeId upgradeId,
      String requestedBy)
      implements EnvironmentEvent {
    public PublishStarted {
      modules = List.copyOf(modules);
      requestedBy = Text.storable(requestedBy);
    }
  }

  /**
   * The module runs with this artifact from now on.
   *
   * @param platform what the artifact was compiled with
   * @param source digest of the source bundle that it was compiled from
   * @param options compile-time settings that it was compiled with
   */
  record ModulePublished(
      EnvironmentName environment,
      PublishId publishId,
      ModuleId module,
      Platform platform,
      Digest artifact,
      long artifactBytes,
      Digest source,
      List<String> options)
      implements EnvironmentEvent {
    public ModulePublished {
      options = List.copyOf(options);
    }
  }

  /**
   * Nothing of the publish is left to do. The three counts add up to its modules.
   *
   * @param reason why modules that have an artifact were not deployed, in a sentence for each; null
   *     if all were
   */
  record PublishEnded(
      EnvironmentName environment,
      PublishId publishId,
      int published,
      int failed,
      int skipped,
      @AddedLater @Nullable String reason)
      implements EnvironmentEvent {
    public PublishEnded {
      reason = Text.storableOrNull(reason);
    }

    /** The end of a publish that deployed all that was compiled. */
    public PublishEnded(
        EnvironmentName environment, PublishId publishId, int published, int failed, int skipped) {
      this(environment, publishId, published, failed, skipped, null);
    }
  }
}
