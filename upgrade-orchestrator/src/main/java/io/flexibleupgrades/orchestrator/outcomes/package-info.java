/** Takes what workers say. */
@NullMarked
package io.flexibleupgrades.orchestrator.outcomes;

import org.jspecify.annotations.NullMarked;
