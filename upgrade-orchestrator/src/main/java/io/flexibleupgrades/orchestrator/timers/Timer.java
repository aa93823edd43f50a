package io.flexibleupgrades.orchestrator.timers;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WorkerName;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A deadline of one attempt.
 *
 * @param worker who said that it works on the attempt, null as long as nobody did
 */
public record Timer(
    UpgradeId upgradeId,
    UnitId unit,
    EnvironmentName environment,
    int attempt,
    Kind kind,
    @Nullable WorkerName worker) {

  /** What happens when a timer is due. */
  public enum Kind {
    /** The attempt counts as lost. */
    ATTEMPT,
    /** The pause after a failed attempt is over. */
    RETRY;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
