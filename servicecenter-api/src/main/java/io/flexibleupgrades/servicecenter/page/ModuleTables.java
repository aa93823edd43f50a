package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.modules.ModuleFilter;
import io.flexibleupgrades.servicecenter.modules.ModuleReader;
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

  ModuleTable of(
      EnvironmentName environment,
      String action,
      @Nullable String state,
      @Nullable String text,
      @Nullable String cursor) {
    var filter = ModuleFilter.of(state, null, text);
    var found = reader.ofEnvironment(environment, filter, cursor, ROWS);
    var chosen = filter.state() == null ? "" : filter.state().toString();
    var looked = filter.text() == null ? "" : filter.text();
    var next =
        found.next() == null
            ? ""
            : "%s?state=%s&text=%s&cursor=%s"
                .formatted(action, chosen, Addresses.encoded(looked), found.next());
    return new ModuleTable(action, chosen, looked, found.items(), next);
  }
}
