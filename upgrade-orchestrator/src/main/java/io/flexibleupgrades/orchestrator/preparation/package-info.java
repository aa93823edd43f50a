/** The rules of one preparation, as pure functions of its events. */
@NullMarked
package io.flexibleupgrades.orchestrator.preparation;

import org.jspecify.annotations.NullMarked;
