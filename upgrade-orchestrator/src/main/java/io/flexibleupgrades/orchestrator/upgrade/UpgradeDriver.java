package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.journal.DatabaseException;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.platform.StoreUnavailableException;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Drives every open upgrade on, whoever started it and whatever died meanwhile: the journal says
 * where each stands.
 */
@ApplicationScoped
public class UpgradeDriver {
  private static final Logger LOG = Logger.getLogger(UpgradeDriver.class);

  private final Environments environments;
  private final PlatformStep platformStep;
  private final PreparationDriver preparations;
  private final Set<EnvironmentName> open = ConcurrentHashMap.newKeySet();

  UpgradeDriver(
      Environments environments, PlatformStep platformStep, PreparationDriver preparations) {
    this.environments = environments;
    this.platformStep = platformStep;
    this.preparations = preparations;
  }

  /** Takes up every environment; those without an open upgrade are left alone again at once. */
  public void takeUpAll() {
    open.addAll(environments.names());
  }

  /** Takes care of this environment's upgrade from now on. */
  public void takeUp(EnvironmentName environment) {
    open.add(environment);
  }

  /** Drives each open upgrade on by what can be done now. */
  public void driveOn() {
    for (var environment : open) {
      try {
        driveOn(environment);
      } catch (StoreUnavailableException | DatabaseException e) {
        LOG.warnf("The upgrade of environment %s waits: %s", environment, e.getMessage());
      } catch (RuntimeException e) {
        LOG.errorf(e, "The upgrade of environment %s could not be driven on", environment);
      }
    }
  }

  private void driveOn(EnvironmentName environment) {
    switch (preparations.advance(environment)) {
      case Planned _ -> platformStep.take(environment);
      case Preparing _ -> {
        // The window is filled; outcomes and timers do the rest.
      }
      default -> open.remove(environment);
    }
  }
}
