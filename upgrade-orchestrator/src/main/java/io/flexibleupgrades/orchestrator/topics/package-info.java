/** The topics, created and checked at start. */
@NullMarked
package io.flexibleupgrades.orchestrator.topics;

import org.jspecify.annotations.NullMarked;
