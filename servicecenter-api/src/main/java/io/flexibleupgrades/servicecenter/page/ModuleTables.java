package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.modules.ModuleReader;
import io.flexibleupgrades.servicecenter.modules.ModuleSelection;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Makes the table of modules that a page shows. */
@ApplicationScoped
class ModuleTables {
  private static final int ROWS = 200;
  private final ModuleReader reader;

  ModuleTables(ModuleReader reader) {
    this.reader = reader;
  }

  /**
   * Returns the table of an environment's modules.
   *
   * @param action address of the page the table stands on
   */
  ModuleTable of(
      EnvironmentName environment,
      Addresses to,
      String action,
      ModuleSelection selection,
      @Nullable String cursor) {
    var found = reader.ofEnvironment(environment, selection, cursor, ROWS);
    var next = found.next();
    var address = next == null ? "" : selection.query().with("cursor", next).after(action);
    return new ModuleTable(action, to.modules(), selection, found.items(), address);
  }
}
