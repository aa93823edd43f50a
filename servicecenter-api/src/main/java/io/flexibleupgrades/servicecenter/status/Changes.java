package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The changes of modules' states in an environment. */
@ApplicationScoped
class Changes {
  private final Queries queries;

  Changes(Queries queries) {
    this.queries = queries;
  }

  /** Returns at most {@code limit} changes after that sequence, in their order. */
  List<Change> after(EnvironmentName environment, long sequence, int limit) {
    return queries.list(
        """
        SELECT sequence, upgrade_id, module, state, time FROM module_change
        WHERE environment = ? AND sequence > ? ORDER BY sequence LIMIT ?
        """,
        row ->
            new Change(
                row.bigint("sequence"),
                new UpgradeId(row.uuid("upgrade_id")),
                new ModuleId(row.text("module")),
                ModuleState.parse(row.text("state")),
                row.time("time")),
        environment.value(),
        sequence,
        limit);
  }
}
