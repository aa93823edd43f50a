package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

  @Embedded private UpgradeStage stage = new UpgradeStage();
  @Embedded private ModuleCounts modules = new ModuleCounts();

  @Column(name = "started_at")
  private @Nullable Instant startedAt;

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
    return stage.state();
  }

  public Counts counts() {
    return modules.counts();
  }

  /** Returns the settled share of the modules: below 100 until nothing is left to settle. */
  public int percentage() {
    var counts = counts();
    return counts.percentage(
        switch (state()) {
          case READY, READY_WITH_ERRORS -> true;
          case CANCELLED -> counts.settled() == counts.total();
          case UPGRADING, AWAITING_CONFIRMATION, PREPARING, PAUSED, ERROR -> false;
        });
  }

  public List<String> messages() {
    return Banner.lines(state(), from, to, counts(), stage.remark());
  }

  public @Nullable Instant startedAt() {
    return startedAt;
  }

  public @Nullable Instant endedAt() {
    return stage.endedAt();
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
      stage.ended(UpgradeState.ERROR, at);
    }
  }

  /**
   * Moves on by one event of the upgrade's stream. Modules that are cancelled, open again or
   * recovered are counted separately, as it depends on the state they were in.
   */
  public void apply(PreparationEvent event, boolean onPremises, Instant at) {
    switch (event) {
      case ModulesEnlisted enlisted ->
          modules.added(ModuleState.PENDING, enlisted.modules().size());
      case ModulesExcluded left -> modules.added(ModuleState.EXCLUDED, left.modules().size());
      case PlatformUpgraded upgraded -> platformUpgraded(upgraded, onPremises);
      case PlatformUpgradeFailed refused -> stage.refused(refused.reason(), at);
      case PreparationConfirmed _, PreparationStarted _, SystemPublishEnded _ -> stage.preparing();
      case SystemPublishStarted started -> stage.preparing(started.task());
      case PreparationRefused refused -> stage.refused(refused.reason(), at);
      case PreparationPaused paused -> stage.paused(paused);
      case PreparationResumed _ -> stage.resumed();
      case ModulePrepared _ -> modules.moved(ModuleState.PENDING, ModuleState.PREPARED, 1);
      case ModuleFailed _ -> modules.moved(ModuleState.PENDING, ModuleState.FAILED, 1);
      case ModuleSkipped _ -> modules.moved(ModuleState.PENDING, ModuleState.SKIPPED, 1);
      case PreparationEnded _ ->
          stage.ended(
              modules.areAllPrepared() ? UpgradeState.READY : UpgradeState.READY_WITH_ERRORS, at);
      case PreparationCancelled _ -> stage.ended(UpgradeState.CANCELLED, at);
      case PreparationReopened _ -> stage.reopened();
      case ModulePrepareRequested _,
          PrepareAttemptFailed _,
          ModulesReenlisted _,
          ModuleRecovered _ -> {
        // None of them settles a module in a way that shows in the event alone.
      }
    }
  }

  /** Counts modules under the state that they have come to. */
  public void moved(ModuleState from, ModuleState to, int count) {
    modules.moved(from, to, count);
  }

  /** Counts a module as prepared after the end; with the last one the environment is ready. */
  public void recovered(ModuleState from) {
    modules.moved(from, ModuleState.PREPARED, 1);
    if (modules.areAllPrepared()) {
      stage.recovered();
    }
  }

  private void platformUpgraded(PlatformUpgraded event, boolean onPremises) {
    from = event.from().version().value();
    to = event.to().version().value();
    // In the cloud the preparation starts by itself: there is nothing to wait for.
    if (onPremises) {
      stage.awaitsConfirmation();
    }
  }
}
