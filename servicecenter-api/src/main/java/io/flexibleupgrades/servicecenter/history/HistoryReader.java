package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers which upgrades an environment went through. */
@ApplicationScoped
public class HistoryReader {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;

  HistoryReader(Snapshot snapshot, EnvironmentRows environments, UpgradeRows upgrades) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
  }

  /** Returns the upgrades of the environment, newest first. */
  public UpgradesPage upgrades(EnvironmentName name) {
    return snapshot.read(() -> {
      var environment = environments.require(name);
      var items = upgrades.of(name).stream().map(UpgradeItem::of).toList();
      return new UpgradesPage(items, environment.asOf());
    });
  }

  /** Returns the latest upgrades of the environment, newest first. */
  public UpgradesPage latest(EnvironmentName name, int limit) {
    return snapshot.read(() -> {
      var environment = environments.require(name);
      var items = upgrades.latest(name, limit).stream().map(UpgradeItem::of).toList();
      return new UpgradesPage(items, environment.asOf());
    });
  }
}
