package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.Setting;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.publishes.PublishedModuleState;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What a module of a factory went through: how it is configured, its publishes and upgrades. */
@ApplicationScoped
class ModuleLife {
  private static final int MOST_PUBLISHES = 20;

  private final Queries queries;

  ModuleLife(Queries queries) {
    this.queries = queries;
  }

  /** Returns the settings of the module in alphabetical order of their keys. */
  List<Setting> settings(EnvironmentName environment, ModuleId module) {
    return queries.list(
        "SELECT key, value FROM module_setting WHERE environment = ? AND module = ? ORDER BY key",
        row -> new Setting(row.text("key"), row.text("value")),
        environment.value(),
        module.value());
  }

  /** Returns how often the module was configured. */
  int settingsVersion(EnvironmentName environment, ModuleId module) {
    return queries
        .first(
            "SELECT settings_version FROM module WHERE environment = ? AND name = ?",
            row -> row.integer("settings_version"),
            environment.value(),
            module.value())
        .orElse(0);
  }

  /** Returns the latest publishes that were to deploy the module, newest first. */
  List<PublishOfModule> publishes(EnvironmentName environment, ModuleId module) {
    return queries.list(
        """
        SELECT p.id, coalesce(m.published_at, p.started_at) AS at, m.state, p.platform_version,
          m.reused, m.reason, p.requested_by
        FROM module_in_publish m JOIN publish p ON p.id = m.publish_id
        WHERE p.environment = ? AND m.name = ? AND m.deployed ORDER BY p.ordinal DESC LIMIT ?
        """,
        row ->
            new PublishOfModule(
                new PublishId(row.uuid("id")),
                row.time("at"),
                Choice.parse(PublishedModuleState.class, row.text("state")),
                row.text("platform_version"),
                row.valueOrNull("reused", Digest::new),
                row.text("reason"),
                row.text("requested_by")),
        environment.value(),
        module.value(),
        MOST_PUBLISHES);
  }

  /** Returns the upgrades that the module was in, newest first. */
  List<UpgradeOfModule> upgrades(EnvironmentName environment, ModuleId module) {
    return queries.list(
        """
        SELECT u.id, u.to_version, m.state
        FROM upgrade u JOIN upgrade_module m ON m.upgrade_id = u.id
        WHERE u.environment = ? AND m.name = ? ORDER BY u.ordinal DESC
        """,
        row ->
            new UpgradeOfModule(
                new UpgradeId(row.uuid("id")),
                row.textOrNull("to_version"),
                ModuleState.parse(row.text("state"))),
        environment.value(),
        module.value());
  }
}
