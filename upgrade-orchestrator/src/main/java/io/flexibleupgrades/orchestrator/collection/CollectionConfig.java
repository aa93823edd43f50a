package io.flexibleupgrades.orchestrator.collection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When the artifact store is asked to remove what nobody refers to. */
@ConfigMapping(prefix = "flexup.collection")
interface CollectionConfig {

  /**
   * Whether the store is asked at all. The journal is announced to it all the same, so that nobody
   * else's collection removes what this journal refers to.
   */
  @WithDefault("true")
  boolean enabled();

  /** How often the store is asked (duration). */
  @WithDefault("24H")
  Duration every();

  /**
   * How often the journal is announced to the store, and how long after the start the store is
   * asked for the first time (duration; less than the store's second look).
   */
  @WithDefault("1H")
  Duration announceEvery();
}
