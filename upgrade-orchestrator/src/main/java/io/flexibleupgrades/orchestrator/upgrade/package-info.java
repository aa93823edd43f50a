/** Drives upgrades from their start to their end. */
@NullMarked
package io.flexibleupgrades.orchestrator.upgrade;

import org.jspecify.annotations.NullMarked;
