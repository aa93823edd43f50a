/** Keeps the preparations of upgrades and of publishes going. */
@NullMarked
package io.flexibleupgrades.orchestrator.preparing;

import org.jspecify.annotations.NullMarked;
