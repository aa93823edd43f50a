package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.Eligibility;
import io.flexibleupgrades.orchestrator.environment.Enlistment;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.StartUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.timers.CompileTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;

/** Starts upgrades. */
@ApplicationScoped
public class Upgrades {
  private final CompileTimes compileTimes;
  private final Eligibility eligibility;

  Upgrades(CompileTimes compileTimes, EligibilityConfig config) {
    this.compileTimes = compileTimes;
    eligibility = new Eligibility(config.major(), config.minimum());
  }

  /**
   * Starts an upgrade of the session's environment: the lock and the plan are appended together.
   *
   * @throws io.flexibleupgrades.orchestrator.environment.RejectedException if it is not eligible or
   *     another one is in progress
   */
  public StartedUpgrade start(EnvironmentSession session, Platform to, String requestedBy)
      throws SQLException {
    EnvironmentName environment = session.name();
    var known = EnvironmentDecider.known(environment, session.environment());
    var id = new UpgradeId(UUID.randomUUID());
    var events = session.decide(new StartUpgrade(id, to, eligibility, requestedBy));
    if (events.isEmpty()) {
      var running = Objects.requireNonNull(known.openUpgrade());
      return new StartedUpgrade(running.id(), running.from(), running.to(), true);
    }
    var started = (UpgradeStarted) events.getFirst();
    var scope = Enlistment.of(known, compileTimes.of(session.connection(), environment));
    session.decide(id, new Enlist(id, environment, scope.modules(), scope.excluded()));
    return new StartedUpgrade(id, started.from(), started.to(), false);
  }

  /**
   * An upgrade that is in progress.
   *
   * @param alreadyStarted whether it was so before it was asked for
   */
  public record StartedUpgrade(UpgradeId id, Platform from, Platform to, boolean alreadyStarted) {}
}
