package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.OpenUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Unknown;

/** Folds the events of one environment. Never rejects: what was stored has happened. */
public final class EnvironmentEvolution {
  private EnvironmentEvolution() {}

  /** Returns the state before the first event. */
  public static EnvironmentState initial() {
    return new Unknown();
  }

  /** Returns the state after an event that was stored. */
  public static EnvironmentState evolve(EnvironmentState state, EnvironmentEvent event) {
    if (event instanceof EnvironmentCreated e) {
      return Known.created(e.environment(), e.kind(), e.edition(), e.platform(), e.lock());
    }
    if (!(state instanceof Known known)) {
      return state;
    }
    return switch (event) {
      case EnvironmentCreated _ -> known;
      case ModuleRegistered e ->
          known.with(
              new CatalogueModule(
                  e.module(),
                  e.kind(),
                  e.producers(),
                  e.source(),
                  e.sourceBytes(),
                  e.defect(),
                  false));
      case ModuleChanged e -> {
        var before = known.modules().get(e.module());
        yield known.with(
            new CatalogueModule(
                e.module(),
                e.kind(),
                e.producers(),
                e.source(),
                e.sourceBytes(),
                e.defect(),
                before != null && before.running()));
      }
      case ModuleAdopted e -> {
        var before = known.modules().get(e.module());
        yield before == null ? known : known.with(before.adopted());
      }
      case UpgradeStarted e -> known.upgrading(new OpenUpgrade(e.upgradeId(), e.from(), e.to()));
      case UpgradeEnded e -> known.upgraded(e.platform());
    };
  }
}
