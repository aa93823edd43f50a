package io.flexibleupgrades.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One fact about an environment: what it is, which modules its factory has, and which upgrades it
 * went through. A stream starts with {@link EnvironmentCreated}; between {@link UpgradeStarted} and
 * {@link UpgradeEnded} the publish lock holds and the catalogue does not change.
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
}
