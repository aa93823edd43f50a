package io.flexibleupgrades.servicecenter.projection;

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
import io.flexibleupgrades.servicecenter.status.EnvironmentRow;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import java.time.Instant;

/** What the events of an environment change in the views of it, its factory and its publishes. */
final class FactoryViews {
  private final CollectedRows rows;
  private final UpgradeRows upgrades;

  FactoryViews(CollectedRows rows, UpgradeRows upgrades) {
    this.rows = rows;
    this.upgrades = upgrades;
  }

  void apply(EnvironmentRow environment, EnvironmentEvent event, Instant at) {
    switch (event) {
      case EnvironmentCreated created -> environment.created(created);
      case ModuleRegistered module -> {
        environment.moduleRegistered();
        rows.factory()
            .registered(
                new FactoryModule(module.environment(), module.module()),
                module.kind(),
                module.producers(),
                module.source());
      }
      case ModuleChanged module ->
          rows.factory()
              .registered(
                  new FactoryModule(module.environment(), module.module()),
                  module.kind(),
                  module.producers(),
                  module.source());
      case ModuleAdopted adopted ->
          rows.factory()
              .change(
                  new FactoryModule(adopted.environment(), adopted.module()),
                  row -> row.deployed(adopted.platform(), adopted.running(), at));
      case ModuleConfigured configured -> rows.factory().configured(configured);
      case ModuleRemoved module -> {
        environment.moduleRemoved();
        rows.factory().removed(new FactoryModule(module.environment(), module.module()));
      }
      case PublishStarted started ->
          rows.publishes().started(started, environment.nextPublish(), at);
      case ModulePublished published -> {
        rows.publishes().published(published, at);
        rows.factory()
            .change(
                new FactoryModule(published.environment(), published.module()),
                row -> {
                  var version = published.platform().version();
                  row.deployed(version, published.artifact(), at);
                  row.prepared(version, published.source().value());
                });
      }
      case PublishEnded ended -> rows.publishes().ended(ended, at);
      case UpgradeStarted started -> {
        environment.upgradeStarted(started.upgradeId());
        upgrades.findOrAdd(started.upgradeId(), environment).started(started, at);
      }
      case UpgradeEnded ended -> {
        environment.runsOn(ended.platform());
        upgrades.findOrAdd(ended.upgradeId(), environment).ended(ended, at);
      }
      case UpgradeCancelled cancelled -> environment.runsOn(cancelled.platform());
      case UpgradeReopened _ -> {
        // The preparation's own stream says what is open again.
      }
    }
  }
}
