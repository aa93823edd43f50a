package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.EnvironmentRow;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The changes of modules' states in a batch of events, numbered and written at once. */
final class ChangeRows {
  private final List<@Nullable Object[]> changes = new ArrayList<>();

  void changed(
      EnvironmentRow environment,
      UpgradeId upgrade,
      ModuleId module,
      ModuleState state,
      Instant at,
      String detail) {
    changes.add(
        new @Nullable Object[] {
          environment.name().value(),
          environment.nextChange(),
          upgrade.value(),
          module.value(),
          state.toString(),
          at,
          detail
        });
  }

  void write(Queries queries) {
    queries.executeAll("INSERT INTO module_change VALUES (?, ?, ?, ?, ?, ?, ?)", changes);
    changes.clear();
  }
}
