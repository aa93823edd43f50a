package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PublishId;
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
   * @param latestUpgrade the last upgrade that was started, null if none was
   * @param publishes in progress
   */
  record Known(
      EnvironmentName name,
      EnvironmentKind kind,
      String edition,
      Platform platform,
      LockPolicy lock,
      PMap<ModuleId, CatalogueModule> modules,
      PMap<String, ModuleId> namesIgnoringCase,
      @Nullable OpenUpgrade openUpgrade,
      @Nullable OpenUpgrade latestUpgrade,
      PMap<PublishId, OpenPublish> publishes)
      implements EnvironmentState {

    static Known created(EnvironmentCreated event) {
      return new Known(
          event.environment(),
          event.kind(),
          event.edition(),
          event.platform(),
          event.lock(),
          HashTreePMap.empty(),
          HashTreePMap.empty(),
          null,
          null,
          HashTreePMap.empty());
    }

    /** Returns the registered name that differs from this one by case at most, null if none. */
    @Nullable ModuleId registeredAs(ModuleId module) {
      return namesIgnoringCase.get(folded(module));
    }

    /** Returns the publish in progress that names the module, null if there is none. */
    public @Nullable OpenPublish publishOf(ModuleId module) {
      return publishes.values().stream()
          .filter(publish -> publish.names(module))
          .findFirst()
          .orElse(null);
    }

    /** Returns the platform that modules are published for: the new one during an upgrade. */
    public Platform publishPlatform() {
      return openUpgrade == null ? platform : openUpgrade.to();
    }

    Known with(CatalogueModule module) {
      return catalogued(
          modules.plus(module.module(), module),
          namesIgnoringCase.plus(folded(module.module()), module.module()));
    }

    Known without(ModuleId module) {
      return catalogued(modules.minus(module), namesIgnoringCase.minus(folded(module)));
    }

    Known upgrading(OpenUpgrade upgrade) {
      return at(platform, upgrade, upgrade);
    }

    Known upgraded(Platform to) {
      return at(to, null, latestUpgrade);
    }

    Known publishing(OpenPublish publish) {
      return publishing(publishes.plus(publish.id(), publish));
    }

    Known withoutPublish(PublishId publish) {
      return publishing(publishes.minus(publish));
    }

    static String folded(ModuleId module) {
      return module.value().toLowerCase(Locale.ROOT);
    }

    private Known catalogued(
        PMap<ModuleId, CatalogueModule> catalogue, PMap<String, ModuleId> names) {
      return new Known(
          name,
          kind,
          edition,
          platform,
          lock,
          catalogue,
          names,
          openUpgrade,
          latestUpgrade,
          publishes);
    }

    private Known at(Platform now, @Nullable OpenUpgrade open, @Nullable OpenUpgrade latest) {
      return new Known(
          name, kind, edition, now, lock, modules, namesIgnoringCase, open, latest, publishes);
    }

    private Known publishing(PMap<PublishId, OpenPublish> open) {
      return new Known(
          name,
          kind,
          edition,
          platform,
          lock,
          modules,
          namesIgnoringCase,
          openUpgrade,
          latestUpgrade,
          open);
    }
  }

  /**
   * An upgrade of the environment.
   *
   * @param requestedBy who asked for what it does now
   */
  record OpenUpgrade(UpgradeId id, Platform from, Platform to, String requestedBy) {
    OpenUpgrade reopenedBy(String operator) {
      return new OpenUpgrade(id, from, to, operator);
    }
  }
}
