package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.Topics;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the views are built from. */
@ConfigMapping(prefix = "flexup.projection")
interface ProjectionConfig {

  /** The topic that holds the journal's events, all of them. */
  @WithDefault(Topics.UPGRADE_EVENTS)
  String topic();

  /** The longest that one batch of events may take to write before it is tried again. */
  @WithDefault("PT10M")
  Duration batchTimeLimit();

  /** The longest that a rebuild of all views may take before it is given up. */
  @WithDefault("PT2H")
  Duration rebuildTimeLimit();
}
