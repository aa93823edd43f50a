package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of events changes in the factory's tables, written at once. */
final class FactoryRows {
  /**
   * How the factory has a module.
   *
   * @param source digest of its source bundle, null if there is none
   */
  record Registration(ModuleKind kind, List<ModuleId> producers, @Nullable Digest source) {}

  private final Map<FactoryModule, Registration> registrations = new LinkedHashMap<>();
  private final List<@Nullable Object[]> deployments = new ArrayList<>();
  private final List<@Nullable Object[]> preparations = new ArrayList<>();
  private final SettingRows settings = new SettingRows();
  private final RemovedModuleRows removals = new RemovedModuleRows();

  void registered(FactoryModule module, Registration registration) {
    registrations.put(module, registration);
  }

  void adopted(ModuleAdopted event, Instant at) {
    var running = event.running();
    deployed(event.platform(), running, at, new FactoryModule(event.environment(), event.module()));
  }

  void prepared(ModulePrepared event) {
    var name = event.module().value();
    preparations.add(
        new @Nullable Object[] {
          event.platform().version().value(),
          null,
          event.upgradeId().value(),
          name,
          event.environment().value(),
          name
        });
  }

  void published(ModulePublished event, Instant at) {
    var module = new FactoryModule(event.environment(), event.module());
    var version = event.platform().version();
    deployed(version, event.artifact(), at, module);
    preparations.add(
        new @Nullable Object[] {
          version.value(),
          event.source().value(),
          event.publishId().value(),
          event.module().value(),
          event.environment().value(),
          event.module().value()
        });
  }

  void configured(ModuleConfigured event) {
    settings.configured(event);
  }

  void removed(FactoryModule module) {
    removals.removed(module);
  }

  /** Returns whether the module is removed as soon as the rows are written. */
  boolean isRemoved(FactoryModule module) {
    return removals.contain(module);
  }

  private void deployed(
      PlatformVersion platform, @Nullable Digest running, Instant at, FactoryModule module) {
    deployments.add(
        new @Nullable Object[] {
          platform.value(),
          running == null ? null : running.value(),
          at,
          module.environment().value(),
          module.module().value()
        });
  }

  void write(Queries queries) {
    writeRegistrations(queries);
    queries.executeAll(
        """
        UPDATE module SET running_version = ?, running_digest = ?, deployed_at = ?
        WHERE environment = ? AND name = ?
        """,
        deployments);
    queries.executeAll(
        """
        UPDATE module SET prepared_version = ?, prepared_source = coalesce(?,
          (SELECT source FROM upgrade_module WHERE upgrade_id = ? AND name = ?))
        WHERE environment = ? AND name = ?
        """,
        preparations);
    settings.write(queries);
    removals.write(queries);
    deployments.clear();
    preparations.clear();
  }

  private void writeRegistrations(Queries queries) {
    List<@Nullable Object[]> modules = new ArrayList<>();
    List<@Nullable Object[]> keys = new ArrayList<>();
    List<@Nullable Object[]> edges = new ArrayList<>();
    registrations.forEach((key, registration) -> {
      var environment = key.environment().value();
      var module = key.module().value();
      var source = registration.source();
      modules.add(
          new @Nullable Object[] {
            environment,
            module,
            registration.kind().toString(),
            source == null ? null : source.value()
          });
      keys.add(key.parameters());
      for (var producer : registration.producers()) {
        edges.add(new @Nullable Object[] {environment, module, producer.value()});
      }
    });
    queries.executeAll(
        """
        INSERT INTO module (environment, name, kind, source) VALUES (?, ?, ?, ?)
        ON CONFLICT (environment, name) DO UPDATE SET kind = excluded.kind, source = excluded.source
        """,
        modules);
    queries.executeAll("DELETE FROM module_producer WHERE environment = ? AND module = ?", keys);
    queries.executeAll(
        "INSERT INTO module_producer VALUES (?, ?, ?) ON CONFLICT DO NOTHING", edges);
    registrations.clear();
  }
}
