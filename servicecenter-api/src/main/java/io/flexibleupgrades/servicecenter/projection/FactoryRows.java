package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of events changes in the factory's tables, written at once. */
final class FactoryRows {
  private record Key(EnvironmentName environment, ModuleId module) {}

  private record Registration(ModuleKind kind, List<ModuleId> producers) {}

  private final Map<Key, Registration> registrations = new LinkedHashMap<>();
  private final List<@Nullable Object[]> adoptions = new ArrayList<>();
  private final List<@Nullable Object[]> preparations = new ArrayList<>();

  void registered(
      EnvironmentName environment, ModuleId module, ModuleKind kind, List<ModuleId> producers) {
    registrations.put(new Key(environment, module), new Registration(kind, producers));
  }

  void adopted(ModuleAdopted event, Instant at) {
    var running = event.running();
    adoptions.add(
        new @Nullable Object[] {
          event.platform().value(),
          running == null ? null : running.value(),
          at,
          event.environment().value(),
          event.module().value()
        });
  }

  void prepared(EnvironmentName environment, ModuleId module, PlatformVersion version) {
    preparations.add(new @Nullable Object[] {version.value(), environment.value(), module.value()});
  }

  void write(Queries queries) {
    List<@Nullable Object[]> modules = new ArrayList<>();
    List<@Nullable Object[]> keys = new ArrayList<>();
    List<@Nullable Object[]> edges = new ArrayList<>();
    registrations.forEach((key, registration) -> {
      var environment = key.environment().value();
      var module = key.module().value();
      modules.add(new @Nullable Object[] {environment, module, registration.kind().toString()});
      keys.add(new @Nullable Object[] {environment, module});
      for (var producer : registration.producers()) {
        edges.add(new @Nullable Object[] {environment, module, producer.value()});
      }
    });
    queries.executeAll(
        """
        INSERT INTO module (environment, name, kind) VALUES (?, ?, ?)
        ON CONFLICT (environment, name) DO UPDATE SET kind = excluded.kind
        """,
        modules);
    queries.executeAll("DELETE FROM module_producer WHERE environment = ? AND module = ?", keys);
    queries.executeAll(
        "INSERT INTO module_producer VALUES (?, ?, ?) ON CONFLICT DO NOTHING", edges);
    queries.executeAll(
        """
        UPDATE module SET running_version = ?, running_digest = ?, deployed_at = ?
        WHERE environment = ? AND name = ?
        """,
        adoptions);
    queries.executeAll(
        "UPDATE module SET prepared_version = ? WHERE environment = ? AND name = ?", preparations);
    registrations.clear();
    adoptions.clear();
    preparations.clear();
  }
}
