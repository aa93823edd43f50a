package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.failures.Diagnosis;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the failures in a batch of events are grouped by, written at once. */
final class FailureRows {
  private final Map<ModuleInUpgrade, Diagnosis> failures = new LinkedHashMap<>();

  void failed(ModuleFailed event) {
    failures.put(
        new ModuleInUpgrade(event.upgradeId(), event.module()),
        Diagnosis.of(event.kind(), event.output()));
  }

  void write(Queries queries) {
    var columns = new Columns("uuid", "text", "text", "text", "text", "text");
    failures.forEach((module, diagnosis) ->
        columns.add(
            module.upgrade().value(),
            module.module().value(),
            diagnosis.group(),
            diagnosis.code(),
            diagnosis.pattern(),
            diagnosis.message()));
    queries.execute(
        """
        INSERT INTO failure SELECT * FROM unnest(?, ?, ?, ?, ?, ?)
        ON CONFLICT (upgrade_id, module) DO UPDATE SET failure_group = excluded.failure_group,
          code = excluded.code, pattern = excluded.pattern, message = excluded.message
        """,
        columns);
  }
}
