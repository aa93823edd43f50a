/** Deadlines of attempts, by PostgreSQL's clock. */
@NullMarked
package io.flexibleupgrades.orchestrator.timers;

import org.jspecify.annotations.NullMarked;
