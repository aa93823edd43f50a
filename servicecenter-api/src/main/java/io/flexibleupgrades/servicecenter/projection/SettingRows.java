package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How modules are configured after a batch of events, written at once. */
final class SettingRows {
  private final Map<FactoryModule, ModuleConfigured> configured = new LinkedHashMap<>();

  void configured(ModuleConfigured event) {
    configured.put(new FactoryModule(event.environment(), event.module()), event);
  }

  void write(Queries queries) {
    List<@Nullable Object[]> versions = new ArrayList<>();
    List<@Nullable Object[]> keys = new ArrayList<>();
    List<@Nullable Object[]> settings = new ArrayList<>();
    configured.forEach((module, event) -> {
      var environment = module.environment().value();
      var name = module.module().value();
      versions.add(new @Nullable Object[] {event.version(), environment, name});
      keys.add(module.parameters());
      for (var setting : event.settings()) {
        settings.add(new @Nullable Object[] {environment, name, setting.key(), setting.value()});
      }
    });
    queries.executeAll(
        "UPDATE module SET settings_version = ? WHERE environment = ? AND name = ?", versions);
    queries.executeAll("DELETE FROM module_setting WHERE environment = ? AND module = ?", keys);
    queries.executeAll(
        "INSERT INTO module_setting VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", settings);
    configured.clear();
  }
}
