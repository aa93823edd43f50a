package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.servicecenter.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the factory: a module, what runs of it, and what it was prepared for last. */
final class FactoryRow {
  private final FactoryModule key;
  private String kind = "";
  private @Nullable String runningVersion;
  private @Nullable String runningDigest;
  private @Nullable Instant deployedAt;
  private @Nullable String preparedVersion;
  private @Nullable String source;
  private @Nullable String preparedSource;
  private int settingsVersion;

  FactoryRow(FactoryModule key) {
    this.key = key;
  }

  /** Returns the row as the table has it. */
  static FactoryRow of(FactoryModule key, Row stored) throws SQLException {
    var row = new FactoryRow(key);
    row.kind = stored.text("kind");
    row.runningVersion = stored.textOrNull("running_version");
    row.runningDigest = stored.textOrNull("running_digest");
    row.deployedAt = stored.timeOrNull("deployed_at");
    row.preparedVersion = stored.textOrNull("prepared_version");
    row.source = stored.textOrNull("source");
    row.preparedSource = stored.textOrNull("prepared_source");
    row.settingsVersion = stored.integer("settings_version");
    return row;
  }

  void registered(ModuleKind as, @Nullable Digest bundle) {
    kind = as.toString();
    source = text(bundle);
  }

  void deployed(PlatformVersion platform, @Nullable Digest running, Instant at) {
    runningVersion = platform.value();
    runningDigest = text(running);
    deployedAt = at;
  }

  void prepared(PlatformVersion platform, @Nullable String bundle) {
    preparedVersion = platform.value();
    preparedSource = bundle;
  }

  void configured(int version) {
    settingsVersion = version;
  }

  /** Returns the values of all columns. */
  @Nullable Object[] values() {
    return new @Nullable Object[] {
      key.environment().value(),
      key.module().value(),
      kind,
      runningVersion,
      runningDigest,
      deployedAt,
      preparedVersion,
      source,
      preparedSource,
      settingsVersion
    };
  }

  private static @Nullable String text(@Nullable Digest digest) {
    return digest == null ? null : digest.value();
  }
}
