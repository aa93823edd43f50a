package io.flexibleupgrades.orchestrator.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How topics are created. */
@ConfigMapping(prefix = "flexup.topics")
interface TopicConfiguration {

  /** Partitions of the topics that carry events, requests and outcomes (number). */
  @WithDefault("4")
  int partitions();

  /** Copies of each partition (number of brokers). */
  @WithDefault("1")
  short replication();

  /** Copies that must have a record before it counts as written (number of brokers). */
  @WithDefault("1")
  int leastInSync();
}
