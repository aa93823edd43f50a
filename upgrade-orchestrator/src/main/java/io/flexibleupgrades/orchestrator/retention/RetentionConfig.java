package io.flexibleupgrades.orchestrator.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long is kept what only repeats are compared with. */
@ConfigMapping(prefix = "flexup.retention")
public interface RetentionConfig {

  /**
   * How long the answer to a request with an Idempotency-Key is kept (duration); a request that is
   * repeated later is a new one.
   */
  @WithDefault("7D")
  Duration answers();

  /**
   * How long a message is remembered that was taken; longer than the topic of outcomes keeps it,
   * which is 7 days and up to 7 more until its segment is closed (duration).
   */
  @WithDefault("15D")
  Duration inbox();

  /** How often is looked for what can be forgotten (duration). */
  @WithDefault("1M")
  Duration every();

  /** How many rows are deleted in one transaction, at most (number). */
  @WithDefault("5000")
  int batch();
}
