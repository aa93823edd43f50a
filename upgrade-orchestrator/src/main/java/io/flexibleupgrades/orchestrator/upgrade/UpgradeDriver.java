package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.journal.DatabaseException;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.journal.LaterReleaseException;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import io.flexibleupgrades.orchestrator.preparation.Stage.PublishingSystem;
import io.flexibleupgrades.orchestrator.preparing.PreparationDriver;
import io.flexibleupgrades.orchestrator.publishing.PublishDriver;
import io.flexibleupgrades.orchestrator.store.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Drives every open upgrade and publish on, whoever started it and whatever died meanwhile: the
 * journal says where each stands.
 */
@ApplicationScoped
public class UpgradeDriver {
  private static final Logger LOG = Logger.getLogger(UpgradeDriver.class);

  private final Environments environments;
  private final PlatformStep platformStep;
  private final SystemTasks systemTasks;
  private final PreparationDriver preparations;
  private final PublishDriver publishes;
  private final Set<EnvironmentName> open = ConcurrentHashMap.newKeySet();
  private final Semaphore work = new Semaphore(0);
  private volatile @Nullable String horizon;

  UpgradeDriver(
      Environments environments,
      PlatformStep platformStep,
      SystemTasks systemTasks,
      PreparationDriver preparations,
      PublishDriver publishes) {
    this.environments = environments;
    this.platformStep = platformStep;
    this.systemTasks = systemTasks;
    this.preparations = preparations;
    this.publishes = publishes;
  }

  /** Takes up every environment; those where nothing is open are left alone again at once. */
  public void takeUpAll() {
    horizon = environments.changesSince(null).horizon();
    for (var environment : environments.names()) {
      publishes.removeWithdrawn(environment);
      open.add(environment);
    }
  }

  /** Takes up what another orchestrator may have begun, and may not live to end. */
  public void takeUpChanged() {
    var changes = environments.changesSince(horizon);
    open.addAll(changes.environments());
    horizon = changes.horizon();
  }

  /** Takes care of this environment's upgrade and publishes from now on. */
  public void takeUp(EnvironmentName environment) {
    open.add(environment);
    work.release();
  }

  /** Waits until something is taken up, but not longer than this. */
  public void awaitWork(Duration longest) {
    try {
      if (work.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        work.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Drives each open environment on by what can be done now. */
  public void driveOn() {
    for (var environment : open) {
      try {
        driveOn(environment);
      } catch (LaterReleaseException e) {
        leaveAlone(environment, e);
      } catch (StoreUnavailableException | DatabaseException e) {
        LOG.warnf("What is open in environment %s waits: %s", environment, e.getMessage());
      } catch (RuntimeException e) {
        LOG.errorf(e, "What is open in environment %s could not be driven on", environment);
      }
    }
  }

  /** Every request for the environment says it again; asking every tick would say no more. */
  private void leaveAlone(EnvironmentName environment, LaterReleaseException reason) {
    open.remove(environment);
    LOG.warnf("What is open in environment %s is left alone: %s", environment, reason.getMessage());
  }

  private void driveOn(EnvironmentName environment) {
    publishes.driveOn(environment);
    switch (environments.inSession(environment, this::advance)) {
      case Planned _ -> {
        platformStep.take(environment);
        work.release();
      }
      case Preparing preparing when preparing.stage() instanceof PublishingSystem -> {
        if (systemTasks.takeNext(environment)) {
          work.release();
        }
      }
      default -> leaveIfDone(environment);
    }
  }

  private PreparationState advance(EnvironmentSession session) {
    if (session.environment() instanceof Known known) {
      var upgrade = known.openUpgrade();
      if (upgrade != null) {
        return preparations.advance(session, upgrade.id());
      }
    }
    return new PreparationState.NotStarted();
  }

  /** Left before it is looked at: what is taken up meanwhile stays so. */
  private void leaveIfDone(EnvironmentName environment) {
    open.remove(environment);
    boolean isOpen =
        environments.inSession(
            environment,
            session -> {
              preparations.leaveEnded(session);
              return session.environment() instanceof Known known
                  && (known.openUpgrade() != null || !known.publishes().isEmpty());
            });
    if (isOpen) {
      open.add(environment);
    }
  }
}
