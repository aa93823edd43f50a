/** Gives a repeated request the answer it got the first time. */
@NullMarked
package io.flexibleupgrades.orchestrator.idempotency;

import org.jspecify.annotations.NullMarked;
