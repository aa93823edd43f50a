package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.EnvironmentRow;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import java.time.Instant;

/**
 * What each event changes in the views. Rows are read and written once for a batch; nothing here
 * reads a clock or makes an id, so that a replay writes the same rows.
 */
final class EventViews {
  private final Queries queries;
  private final CollectedRows rows;
  private final UpgradeRows upgrades;
  private final FactoryViews factory;
  private final PreparationViews preparations;
  private final PublishViews publishes;

  EventViews(Mentioned mentioned, Queries queries, UpgradeRows upgrades) {
    this.queries = queries;
    this.rows = CollectedRows.read(mentioned, queries);
    this.upgrades = upgrades;
    this.factory = new FactoryViews(rows, upgrades);
    this.preparations = new PreparationViews(rows);
    this.publishes = new PublishViews(rows);
  }

  void apply(EnvironmentRow environment, Event event, Instant at) {
    switch (event) {
      case EnvironmentEvent about -> factory.apply(environment, about, at);
      case PreparationEvent about -> {
        if (rows.publishes().isPrepared(about.upgradeId())) {
          publishes.apply(about, at);
        } else {
          var upgrade = upgrades.findOrAdd(about.upgradeId(), environment);
          upgrade.apply(about, environment.isOnPremises(), at);
          preparations.apply(environment, upgrade, about, at);
        }
      }
    }
  }

  /** Writes what was collected. */
  void write() {
    rows.write(queries);
  }
}
