package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.OpenUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Unknown;
import java.util.function.UnaryOperator;
import org.pcollections.HashTreePSet;

/** Folds the events of one environment. Never rejects: what was stored has happened. */
public final class EnvironmentEvolution {
  private EnvironmentEvolution() {}

  /** Returns the state before the first event. */
  public static EnvironmentState initial() {
    return new Unknown();
  }

  /** Returns the state after an event that was stored. */
  public static EnvironmentState evolve(EnvironmentState state, EnvironmentEvent event) {
    if (event instanceof EnvironmentCreated created) {
      return Known.created(created);
    }
    return state instanceof Known known ? evolve(known, event) : state;
  }

  private static Known evolve(Known known, EnvironmentEvent event) {
    return switch (event) {
      case EnvironmentCreated _ -> known;
      case ModuleRegistered e ->
          known.with(
              CatalogueModule.registered(
                  e.module(), e.kind(), e.producers(), e.source(), e.sourceBytes(), e.defect()));
      case ModuleChanged e -> {
        var now =
            CatalogueModule.registered(
                e.module(), e.kind(), e.producers(), e.source(), e.sourceBytes(), e.defect());
        var before = known.modules().get(e.module());
        yield known.with(before == null ? now : before.changed(now));
      }
      case ModuleAdopted e -> change(known, e.module(), CatalogueModule::adopted);
      case ModuleRemoved e -> known.without(e.module());
      case ModuleConfigured e ->
          change(known, e.module(), before -> before.configured(e.settings(), e.version()));
      case UpgradeStarted e ->
          known.upgrading(new OpenUpgrade(e.upgradeId(), e.from(), e.to(), e.requestedBy()));
      case UpgradeReopened e -> {
        var latest = known.latestUpgrade();
        yield latest != null && latest.id().equals(e.upgradeId())
            ? known.upgrading(latest.reopenedBy(e.requestedBy()))
            : known;
      }
      case UpgradeEnded e -> known.upgraded(e.platform());
      case UpgradeCancelled e -> known.upgraded(e.platform());
      case PublishStarted e ->
          known.publishing(
              new OpenPublish(
                  e.publishId(),
                  e.platform(),
                  e.modules(),
                  e.upgradeId(),
                  e.requestedBy(),
                  HashTreePSet.empty()));
      case ModulePublished e -> published(known, e);
      case PublishEnded e -> known.withoutPublish(e.publishId());
    };
  }

  private static Known published(Known known, ModulePublished event) {
    var publish = known.publishes().get(event.publishId());
    if (publish == null) {
      return known;
    }
    var made =
        new Made(
            event.artifact(),
            event.platform(),
            event.source(),
            event.options(),
            madeIn(known, publish, event.module()));
    return change(
        known.publishing(publish.published(event.module())),
        event.module(),
        before -> before.published(made));
  }

  /** What is reused was made by an earlier publish, or else by the latest upgrade. */
  private static UpgradeId madeIn(Known known, OpenPublish publish, ModuleId module) {
    var reused = publish.reused(module);
    var before = known.modules().get(module);
    var published = before == null ? null : before.published();
    var latest = known.latestUpgrade();
    if (reused != null && published != null && published.artifact().equals(reused)) {
      return published.preparation();
    }
    return reused != null && latest != null ? latest.id() : publish.id().preparation();
  }

  private static Known change(
      Known known, ModuleId module, UnaryOperator<CatalogueModule> changed) {
    var before = known.modules().get(module);
    return before == null ? known : known.with(changed.apply(before));
  }
}
