package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that the banner and the percentage of an upgrade need, in one row. */
@Entity
@Table(name = "upgrade")
public class UpgradeRow {
  @Id private UUID id;
  private String environment;
  private int ordinal;

  @Column(name = "from_version")
  private @Nullable String from;

  @Column(name = "to_version")
  private @Nullable String to;

  @Column(name = "requested_by")
  private @Nullable String requestedBy;

  private UpgradeState state = UpgradeState.UPGRADING;
  private int total;
  private int prepared;
  private int failed;
  private int skipped;
  private int excluded;

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  private @Nullable String reason;

  @SuppressWarnings("NullAway.Init") // Hibernate fills it in.
  protected UpgradeRow() {}

  UpgradeRow(UpgradeId id, EnvironmentName environment, int ordinal) {
    this.id = id.value();
    this.environment = environment.value();
    this.ordinal = ordinal;
  }

  public UpgradeId id() {
    return new UpgradeId(id);
  }

  /** Returns 1 for the first upgrade of its environment, 2 for the next. */
  public int ordinal() {
    return ordinal;
  }

  public EnvironmentName environment() {
    return new EnvironmentName(environment);
  }

  /** Returns the platform version before, null until the start of the upgrade was seen. */
  public @Nullable String from() {
    return from;
  }

  /** Returns the platform version after, null until the start of the upgrade was seen. */
  public @Nullable String to() {
    return to;
  }

  public UpgradeState state() {
    return state;
  }

  public Counts counts() {
    return new Counts(total, prepared, failed, skipped, excluded);
  }

  public int percentage() {
    return counts()
        .percentage(state == UpgradeState.READY || state == UpgradeState.READY_WITH_ERRORS);
  }

  public List<String> messages() {
    return Banner.lines(state, from, to, counts(), reason);
  }

  public @Nullable Instant startedAt() {
    return startedAt;
  }

  public @Nullable Instant endedAt() {
    return endedAt;
  }

  public void started(UpgradeStarted event, Instant at) {
    from = event.from().version().value();
    to = event.to().version().value();
    requestedBy = event.requestedBy();
    startedAt = at;
  }

  /** Takes note that the publish lock is released; how the preparation went, its own end says. */
  public void ended(UpgradeEnded event, Instant at) {
    if (event.result() == UpgradeResult.ERROR) {
      ended(UpgradeState.ERROR, at);
    }
  }

  /** Moves on by one event of the upgrade's stream. */
  public void apply(PreparationEvent event, boolean onPremises, Instant at) {
    switch (event) {
      case ModulesEnlisted enlisted -> total += enlisted.modules().size();
      case ModulesExcluded left -> excluded += left.modules().size();
      case PlatformUpgraded upgraded -> {
        from = upgraded.from().version().value();
        to = upgraded.to().version().value();
        // In the cloud the preparation starts by itself: there is nothing to wait for.
        if (onPremises && state == UpgradeState.UPGRADING) {
          state = UpgradeState.AWAITING_CONFIRMATION;
        }
      }
      case PlatformUpgradeFailed refused -> {
        reason = refused.reason();
        ended(UpgradeState.ERROR, at);
      }
      case PreparationStarted _ -> state = UpgradeState.PREPARING;
      case ModulePrepareRequested _, PrepareAttemptFailed _ -> {
        // Neither settles a module, and only settled modules count.
      }
      case ModulePrepared _ -> prepared++;
      case ModuleFailed _ -> failed++;
      case ModuleSkipped _ -> skipped++;
      case PreparationEnded _ ->
          ended(failed + skipped == 0 ? UpgradeState.READY : UpgradeState.READY_WITH_ERRORS, at);
    }
  }

  private void ended(UpgradeState end, Instant at) {
    state = end;
    endedAt = at;
  }
}
