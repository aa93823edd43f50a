package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the plan: a module, in scope or excluded, and what has become of it. */
final class PlanModule {
  private final ModuleInUpgrade key;
  private String kind;
  private ModuleState state;
  private @Nullable String unit;
  private int attempts;
  private @Nullable String artifact;
  private int warnings;
  private @Nullable Long compileMillis;
  private @Nullable String failureKind;
  private @Nullable Instant settledAt;
  private @Nullable String excludedReason;
  private @Nullable String source;
  private boolean reenlisted;

  private PlanModule(ModuleInUpgrade key, String kind, ModuleState state) {
    this.key = key;
    this.kind = kind;
    this.state = state;
  }

  static PlanModule of(UpgradeId upgrade, EnlistedModule module) {
    var row =
        new PlanModule(
            new ModuleInUpgrade(upgrade, module.module()),
            module.kind().toString(),
            ModuleState.PENDING);
    row.source = text(module.source());
    return row;
  }

  static PlanModule of(UpgradeId upgrade, ExcludedModule module) {
    var row =
        new PlanModule(
            new ModuleInUpgrade(upgrade, module.module()),
            module.kind().toString(),
            ModuleState.EXCLUDED);
    row.excludedReason = module.reason();
    return row;
  }

  /** Returns the row as the table has it. */
  static PlanModule of(ModuleInUpgrade key, Row stored) throws SQLException {
    var row = new PlanModule(key, stored.text("kind"), ModuleState.parse(stored.text("state")));
    row.unit = stored.textOrNull("unit");
    row.attempts = stored.integer("attempts");
    row.artifact = stored.textOrNull("artifact");
    row.warnings = stored.integer("warnings");
    row.compileMillis = stored.bigintOrNull("compile_millis");
    row.failureKind = stored.textOrNull("failure_kind");
    row.settledAt = stored.timeOrNull("settled_at");
    row.excludedReason = stored.textOrNull("excluded_reason");
    row.source = stored.textOrNull("source");
    row.reenlisted = stored.flag("reenlisted");
    return row;
  }

  ModuleInUpgrade key() {
    return key;
  }

  ModuleState state() {
    return state;
  }

  @Nullable String unit() {
    return unit;
  }

  @Nullable String source() {
    return source;
  }

  boolean isOpen() {
    return state == ModuleState.PENDING || state == ModuleState.PREPARING;
  }

  /** Returns whether it is in scope and not prepared. */
  boolean isLeftBehind() {
    return state != ModuleState.PREPARED && state != ModuleState.EXCLUDED;
  }

  /** Returns whether it is pending again as soon as the preparation is reopened. */
  boolean isOpenOnceReopened() {
    return reenlisted || state == ModuleState.CANCELLED;
  }

  boolean isBeingPreparedIn(String unitOfAttempt) {
    return state == ModuleState.PREPARING && unitOfAttempt.equals(unit);
  }

  void requested(ModulePrepareRequested event) {
    came(ModuleState.PREPARING, event.attempt(), null);
    unit = event.unit().value();
  }

  void prepared(ModulePrepared event, Instant at) {
    came(ModuleState.PREPARED, event.attempt(), at);
    artifact = event.artifact().value();
    warnings = event.output().warnings();
    compileMillis = event.compileTime().toMillis();
  }

  void failed(ModuleFailed event, Instant at) {
    came(ModuleState.FAILED, event.attempt(), at);
    warnings = event.output().warnings();
    failureKind = event.kind().toString();
  }

  void skipped(ModuleSkipped event, Instant at) {
    came(ModuleState.SKIPPED, event.attempt(), at);
  }

  /** The attempt came to nothing. */
  void released() {
    state = ModuleState.PENDING;
  }

  void cancelled() {
    state = ModuleState.CANCELLED;
  }

  /** Takes the module into the plan as it is now; it is open once the preparation is reopened. */
  void reenlisted(EnlistedModule module) {
    kind = module.kind().toString();
    source = text(module.source());
    reenlisted = true;
  }

  /** Makes it pending again; what it had come to is forgotten. */
  void reopened() {
    came(ModuleState.PENDING, 0, null);
    unit = null;
    excludedReason = null;
    reenlisted = false;
  }

  /**
   * A publish after the end has prepared it.
   *
   * @param compiled the module in the publish's own plan, null if nothing was compiled for it
   * @param deployed digest of the source bundle that was published, null if it is not known
   */
  void recovered(
      ModuleRecovered event, Instant at, @Nullable PlanModule compiled, @Nullable String deployed) {
    state = ModuleState.PREPARED;
    artifact = event.artifact().value();
    settledAt = at;
    failureKind = null;
    warnings = compiled == null ? 0 : compiled.warnings;
    compileMillis = compiled == null ? null : compiled.compileMillis;
    if (deployed != null) {
      source = deployed;
    } else if (compiled != null && compiled.source != null) {
      source = compiled.source;
    }
  }

  private void came(ModuleState to, int attempt, @Nullable Instant at) {
    state = to;
    attempts = Math.max(attempts, attempt);
    artifact = null;
    warnings = 0;
    compileMillis = null;
    failureKind = null;
    settledAt = at;
  }

  /** Returns the values of all columns, in the table's order. */
  @Nullable Object[] values() {
    return new @Nullable Object[] {
      key.upgrade().value(),
      key.module().value(),
      kind,
      state.toString(),
      unit,
      attempts,
      artifact,
      warnings,
      compileMillis,
      failureKind,
      settledAt,
      excludedReason,
      source,
      reenlisted
    };
  }

  private static @Nullable String text(@Nullable Digest digest) {
    return digest == null ? null : digest.value();
  }
}
