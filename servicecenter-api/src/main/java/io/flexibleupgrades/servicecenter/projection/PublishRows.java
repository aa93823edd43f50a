package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a batch of events changes in the tables of publishes, written at once. */
final class PublishRows {
  private final Queries queries;
  private final Map<UpgradeId, Boolean> preparations = new HashMap<>();
  private final List<@Nullable Object[]> publishes = new ArrayList<>();
  private final List<@Nullable Object[]> modules = new ArrayList<>();
  private final List<@Nullable Object[]> deployments = new ArrayList<>();
  private final List<@Nullable Object[]> ends = new ArrayList<>();

  PublishRows(Queries queries) {
    this.queries = queries;
  }

  /** Returns whether it is a publish, and no upgrade, whose modules are prepared under the id. */
  boolean isPrepared(UpgradeId preparation) {
    return preparations.computeIfAbsent(
        preparation,
        id ->
            queries
                .first("SELECT id FROM publish WHERE id = ?", row -> row.uuid("id"), id.value())
                .isPresent());
  }

  /**
   * Adds a publish.
   *
   * @param ordinal 1 for the first one of its environment
   */
  void started(PublishStarted event, int ordinal, Instant at) {
    var upgrade = event.upgradeId();
    preparations.put(event.publishId().preparation(), true);
    publishes.add(
        new @Nullable Object[] {
          event.publishId().value(),
          event.environment().value(),
          ordinal,
          event.platform().version().value(),
          upgrade == null ? null : upgrade.value(),
          event.requestedBy(),
          at
        });
    for (var module : event.modules()) {
      var reused = module.reused();
      modules.add(
          new @Nullable Object[] {
            event.publishId().value(),
            module.module().value(),
            reused == null ? null : reused.value(),
            module.reason()
          });
    }
  }

  void published(ModulePublished event, Instant at) {
    deployments.add(
        new @Nullable Object[] {
          event.artifact().value(),
          event.source().value(),
          at,
          event.publishId().value(),
          event.module().value()
        });
  }

  void ended(PublishEnded event, Instant at) {
    ends.add(
        new @Nullable Object[] {
          at, event.published(), event.failed(), event.skipped(), event.publishId().value()
        });
  }

  void write(Queries queries) {
    queries.executeAll(
        """
        INSERT INTO publish (id, environment, ordinal, platform_version, upgrade_id, requested_by,
          started_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        publishes);
    queries.executeAll(
        """
        INSERT INTO publish_module (publish_id, module, reused, reason) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        modules);
    queries.executeAll(
        """
        UPDATE publish_module SET artifact = ?, source = ?, published_at = ?
        WHERE publish_id = ? AND module = ?
        """,
        deployments);
    queries.executeAll(
        "UPDATE publish SET ended_at = ?, published = ?, failed = ?, skipped = ? WHERE id = ?",
        ends);
    List.of(publishes, modules, deployments, ends).forEach(List::clear);
  }
}
