package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.StoredDiagnostics;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the compiler said in a batch of events, written at once. */
final class OutputRows {
  private sealed interface Output {}

  private record Said(CompilerOutput output) implements Output {}

  private record SaidIn(ModuleInUpgrade other) implements Output {}

  private record Forgotten() implements Output {}

  private final Map<ModuleInUpgrade, Output> outputs = new LinkedHashMap<>();

  void said(UpgradeId upgrade, ModuleId module, CompilerOutput output) {
    if (!output.diagnostics().isEmpty() || !output.log().isEmpty()) {
      outputs.put(new ModuleInUpgrade(upgrade, module), new Said(output));
    }
  }

  /** What was said in the other place is said here too; nothing is, if nothing was there. */
  void saidIn(ModuleInUpgrade other, ModuleInUpgrade here) {
    var there = outputs.get(other);
    outputs.put(here, there == null ? new SaidIn(other) : there);
  }

  void forgotten(ModuleInUpgrade module) {
    outputs.put(module, new Forgotten());
  }

  void write(Queries queries) {
    var said = new Columns("uuid", "text", "text", "text");
    var saidElsewhere = new Columns("uuid", "text", "uuid", "text");
    var forgotten = new Columns("uuid", "text");
    outputs.forEach((module, output) -> {
      var upgrade = module.upgrade().value();
      var name = module.module().value();
      switch (output) {
        case Said(var what) ->
            said.add(upgrade, name, StoredDiagnostics.write(what.diagnostics()), what.log());
        case SaidIn(var other) -> {
          forgotten.add(upgrade, name);
          saidElsewhere.add(upgrade, name, other.upgrade().value(), other.module().value());
        }
        case Forgotten _ -> forgotten.add(upgrade, name);
      }
    });
    queries.execute(
        "DELETE FROM compiler_output WHERE (upgrade_id, module) IN (SELECT * FROM unnest(?, ?))",
        forgotten);
    queries.execute(
        """
        INSERT INTO compiler_output
        SELECT here.id, here.module, said.diagnostics, said.log
        FROM unnest(?, ?, ?, ?) AS here (id, module, other_id, other_module)
        JOIN compiler_output said ON said.upgrade_id = other_id AND said.module = other_module
        """,
        saidElsewhere);
    queries.execute(
        """
        INSERT INTO compiler_output SELECT * FROM unnest(?, ?, ?, ?)
        ON CONFLICT (upgrade_id, module)
        DO UPDATE SET diagnostics = excluded.diagnostics, log = excluded.log
        """,
        said);
  }
}
