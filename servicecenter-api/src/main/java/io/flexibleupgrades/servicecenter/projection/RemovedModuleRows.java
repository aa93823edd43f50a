package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Queries;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The modules that left the factory in a batch of events; what upgrades say of them stays. */
final class RemovedModuleRows {
  private final Set<FactoryModule> removed = new LinkedHashSet<>();

  void removed(FactoryModule module) {
    removed.add(module);
  }

  boolean contain(FactoryModule module) {
    return removed.contains(module);
  }

  void write(Queries queries) {
    List<@Nullable Object[]> keys = removed.stream().map(FactoryModule::parameters).toList();
    queries.executeAll("DELETE FROM module WHERE environment = ? AND name = ?", keys);
    queries.executeAll("DELETE FROM module_producer WHERE environment = ? AND module = ?", keys);
    queries.executeAll("DELETE FROM module_setting WHERE environment = ? AND module = ?", keys);
    removed.clear();
  }
}
