/** Environments, their factories and who may upgrade, as pure functions of their events. */
@NullMarked
package io.flexibleupgrades.orchestrator.environment;

import org.jspecify.annotations.NullMarked;
