package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.ModuleId;
import java.util.List;

/**
 * How a skipped module comes to consume a failed one.
 *
 * @param path from the skipped module to the failed one, each consuming the next directly
 */
public record ProducerPath(ModuleId failedProducer, List<ModuleId> path) {}
