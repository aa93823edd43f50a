package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.UpgradeId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** What a decision about an environment needs to know of its events so far. */
public sealed interface EnvironmentState {

  /** Nobody created it yet. */
  record Unknown() implements EnvironmentState {}

  /**
   * The environment exists.
   *
   * @param platform what it runs on; changes when an upgrade ends
   * @param namesIgnoringCase the registered name behind each name in lower case
   * @param openUpgrade the upgrade that holds the lock, null if there is none
   */
  record Known(
      EnvironmentName name,
      EnvironmentKind kind,
      String edition,
      Platform platform,
      LockPolicy lock,
      PMap<ModuleId, CatalogueModule> modules,
      PMap<String, ModuleId> namesIgnoringCase,
      @Nullable OpenUpgrade openUpgrade)
      implements EnvironmentState {

    static Known created(
        EnvironmentName name,
        EnvironmentKind kind,
        String edition,
        Platform platform,
        LockPolicy lock) {
      return new Known(
          name, kind, edition, platform, lock, HashTreePMap.empty(), HashTreePMap.empty(), null);
    }

    /** Returns the registered name that differs from this one by case at most, null if none. */
    @Nullable ModuleId registeredAs(ModuleId module) {
      return namesIgnoringCase.get(folded(module));
    }

    Known with(CatalogueModule module) {
      return new Known(
          name,
          kind,
          edition,
          platform,
          lock,
          modules.plus(module.module(), module),
          namesIgnoringCase.plus(folded(module.module()), module.module()),
          openUpgrade);
    }

    Known upgrading(OpenUpgrade upgrade) {
      return new Known(name, kind, edition, platform, lock, modules, namesIgnoringCase, upgrade);
    }

    Known upgraded(Platform to) {
      return new Known(name, kind, edition, to, lock, modules, namesIgnoringCase, null);
    }

    static String folded(ModuleId module) {
      return module.value().toLowerCase(Locale.ROOT);
    }
  }

  /** The upgrade that is in progress. */
  record OpenUpgrade(UpgradeId id, Platform from, Platform to) {}
}
