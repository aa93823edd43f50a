/** Carries what the journal holds to Kafka; the only place that calls a producer. */
@NullMarked
package io.flexibleupgrades.orchestrator.relay;

import org.jspecify.annotations.NullMarked;
