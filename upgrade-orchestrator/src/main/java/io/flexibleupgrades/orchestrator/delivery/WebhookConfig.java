package io.flexibleupgrades.orchestrator.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How notifications are delivered. */
@ConfigMapping(prefix = "flexup.webhooks")
public interface WebhookConfig {

  /**
   * The pauses before the second attempt and each later one; a delivery is given up when the
   * attempt after the last pause fails (durations). The default is the schedule of Standard
   * Webhooks: ten attempts in three days.
   */
  @WithDefault("5S,5M,30M,2H,5H,10H,14H,20H,24H")
  List<Duration> pauses();

  /** How much longer than it says a pause may be, by chance (fraction, 0 to 1). */
  @WithDefault("0.1")
  double jitter();

  /** How long a receiver may take to accept the connection (duration). */
  @WithDefault("5S")
  Duration connectTimeout();

  /** How long a receiver may take to answer, the connection included (duration). */
  @WithDefault("15S")
  Duration requestTimeout();

  /**
   * How long an attempt counts as running that nothing was heard of; longer than the request
   * timeout (duration).
   */
  @WithDefault("60S")
  Duration lease();

  /** How many attempts run at the same time, at most one to each webhook (number). */
  @WithDefault("32")
  int parallel();

  /** How often due deliveries are looked for (duration). */
  @WithDefault("0.5S")
  Duration tick();

  /** How long what was delivered is kept (duration). */
  @WithDefault("7D")
  Duration kept();
}
