package io.flexibleupgrades.servicecenter.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * As of which event an answer is.
 *
 * @param sequence how many events of the environment the views show
 * @param time when the last one of them was recorded, null before the first
 */
public record AsOf(long sequence, @Nullable Instant time) {}
