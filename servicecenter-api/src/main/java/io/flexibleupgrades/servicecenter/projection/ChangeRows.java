package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.EnvironmentRow;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.time.Instant;

/** The changes of modules' states in a batch of events, numbered and written at once. */
final class ChangeRows {
  private final Columns changes =
      new Columns("text", "int8", "uuid", "text", "text", "timestamptz", "text");

  void changed(
      EnvironmentRow environment,
      UpgradeId upgrade,
      ModuleId module,
      ModuleState state,
      Instant at,
      String detail) {
    changes.add(
        environment.name().value(),
        environment.nextChange(),
        upgrade.value(),
        module.value(),
        state.toString(),
        at,
        detail);
  }

  void write(Queries queries) {
    queries.execute("INSERT INTO module_change SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)", changes);
  }
}
