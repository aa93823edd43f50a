package io.flexibleupgrades.orchestrator.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How topics are created. */
@ConfigMapping(prefix = "flexup.topics")
interface TopicConfiguration {

  /** Partitions of the topics that carry events and outcomes (number). */
  @WithDefault("4")
  int partitions();

  /**
   * Partitions of the topic that carries requests (number). All workers of a share group share one,
   * so that none is held back by a dead one; a consumer group needs one for each slot.
   */
  @WithDefault("1")
  int requestPartitions();

  /** Copies of each partition (number of brokers). */
  @WithDefault("1")
  short replication();

  /** Copies that must have a record before it counts as written (number of brokers). */
  @WithDefault("1")
  int leastInSync();
}
