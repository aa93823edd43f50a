package io.flexibleupgrades.servicecenter.workers;

import java.time.Instant;
import java.util.List;

/**
 * All workers that were heard lately.
 *
 * @param slots how many units they can work on at once
 * @param asOf by this service's clock
 */
public record WorkersPage(List<LiveWorker> items, int slots, Instant asOf) {}
