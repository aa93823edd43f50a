/** Forgets what nobody can ask for any more. */
@NullMarked
package io.flexibleupgrades.orchestrator.retention;

import org.jspecify.annotations.NullMarked;
