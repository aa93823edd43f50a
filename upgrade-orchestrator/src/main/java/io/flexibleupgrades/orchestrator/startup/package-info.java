/** Waits for what the orchestrator needs, and starts it in order. */
@NullMarked
package io.flexibleupgrades.orchestrator.startup;

import org.jspecify.annotations.NullMarked;
