package io.flexibleupgrades.orchestrator.timers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How long the orchestrator waits before it takes matters into its own hands. */
@ConfigMapping(prefix = "flexup.timers")
public interface TimerConfig {

  /** How long an attempt counts as alive after its worker's last sign of life (duration). */
  @WithDefault("6S")
  Duration lease();

  /**
   * How long a request may wait in the queue, while workers have free slots and nothing else
   * settles, before it counts as lost (duration).
   */
  @WithDefault("15S")
  Duration pickup();

  /** The pauses before the first, second and third retry (durations). */
  @WithDefault("0.2S,2S,10S")
  List<Duration> retryPauses();

  /** How often due timers are looked for (duration). */
  @WithDefault("0.5S")
  Duration tick();

  /** Returns the pause after the failure of this attempt, 1 or more. */
  default Duration pauseAfter(int attempt) {
    return retryPauses().get(Math.min(attempt, retryPauses().size()) - 1);
  }
}
