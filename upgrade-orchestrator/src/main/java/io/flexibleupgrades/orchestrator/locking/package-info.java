/** The publish lock: who holds it, and what a refused operator is told. */
@NullMarked
package io.flexibleupgrades.orchestrator.locking;

import org.jspecify.annotations.NullMarked;
