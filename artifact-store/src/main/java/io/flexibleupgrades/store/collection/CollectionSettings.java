package io.flexibleupgrades.store.collection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long what nobody refers to is kept. An orchestrator says when it is collected. */
@ConfigMapping(prefix = "flexup.store.collection")
interface CollectionSettings {
  /**
   * How long a blob is kept after it was last put or said to be there, whoever refers to it
   * (duration, 1 hour or more). In this time a worker's outcome reaches the journal.
   */
  @WithDefault("7D")
  @DurationMin(hours = 1)
  Duration grace();

  /**
   * How long after a blob was first found dead it is removed, if it is found dead again (duration).
   * In this time an orchestrator that was away catches up, and a second one is heard of.
   */
  @WithDefault("12H")
  @DurationMin
  Duration secondLook();

  /** How long an action is kept after it was last used, and with it its artifacts (duration). */
  @WithDefault("30D")
  @DurationMin(hours = 1)
  Duration actionRetention();

  /**
   * How old a mark set may be (duration): the time from the announcement of its journal's head, by
   * the clock of the store's database.
   */
  @WithDefault("1H")
  @DurationMin(seconds = 1)
  Duration oldestMarkSet();
}
