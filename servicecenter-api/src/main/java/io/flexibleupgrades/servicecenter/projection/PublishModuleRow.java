package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.servicecenter.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the modules that a publish is to deploy, and what it deployed. */
record PublishModuleRow(
    ModuleInUpgrade key,
    @Nullable String reused,
    String reason,
    @Nullable String artifact,
    @Nullable String source,
    @Nullable Instant publishedAt) {

  static PublishModuleRow of(ModuleInUpgrade key, ModuleToPublish module) {
    var reused = module.reused();
    return new PublishModuleRow(
        key, reused == null ? null : reused.value(), module.reason(), null, null, null);
  }

  /** Returns the row as the table has it. */
  static PublishModuleRow of(ModuleInUpgrade key, Row stored) throws SQLException {
    return new PublishModuleRow(
        key,
        stored.textOrNull("reused"),
        stored.text("reason"),
        stored.textOrNull("artifact"),
        stored.textOrNull("source"),
        stored.timeOrNull("published_at"));
  }

  PublishModuleRow published(ModulePublished event, Instant at) {
    return new PublishModuleRow(
        key, reused, reason, event.artifact().value(), event.source().value(), at);
  }

  /** Returns the values of all columns, in the table's order. */
  @Nullable Object[] values() {
    return new @Nullable Object[] {
      key.upgrade().value(), key.module().value(), reused, reason, artifact, source, publishedAt
    };
  }
}
