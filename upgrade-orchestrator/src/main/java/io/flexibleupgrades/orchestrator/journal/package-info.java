/**
 * The append-only truth: streams of events in PostgreSQL, and the transactions that add to them.
 */
@NullMarked
package io.flexibleupgrades.orchestrator.journal;

import org.jspecify.annotations.NullMarked;
