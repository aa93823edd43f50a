package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.StoredDiagnostics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the compiler said in a batch of events, written at once. */
final class OutputRows {
  private record Key(UpgradeId upgrade, ModuleId module) {}

  private final Map<Key, CompilerOutput> outputs = new LinkedHashMap<>();

  void said(UpgradeId upgrade, ModuleId module, CompilerOutput output) {
    if (!output.diagnostics().isEmpty() || !output.log().isEmpty()) {
      outputs.put(new Key(upgrade, module), output);
    }
  }

  void write(Queries queries) {
    List<@Nullable Object[]> rows =
        outputs.entrySet().stream()
            .map(entry ->
                new @Nullable Object[] {
                  entry.getKey().upgrade().value(),
                  entry.getKey().module().value(),
                  StoredDiagnostics.write(entry.getValue().diagnostics()),
                  entry.getValue().log()
                })
            .toList();
    queries.executeAll(
        """
        INSERT INTO compiler_output VALUES (?, ?, ?, ?)
        ON CONFLICT (upgrade_id, module)
        DO UPDATE SET diagnostics = excluded.diagnostics, log = excluded.log
        """,
        rows);
    outputs.clear();
  }
}
