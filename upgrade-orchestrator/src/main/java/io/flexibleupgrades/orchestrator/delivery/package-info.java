/**
 * Posts notifications to their receivers, again and again if it must be. Nothing else waits for it:
 * a receiver that is dead or slow holds up nobody but itself.
 */
@NullMarked
package io.flexibleupgrades.orchestrator.delivery;

import org.jspecify.annotations.NullMarked;
