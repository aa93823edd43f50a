package io.flexibleupgrades.servicecenter.projection;

import java.util.Collection;
import java.util.List;

/**
 * How the building of the views goes on this instance.
 *
 * @param partitions the partitions of the topic that it reads
 * @param problems why partitions stand still, none if all is well
 */
public record Views(
    RebuildProgress rebuild, Collection<Integer> partitions, List<String> problems) {}
