/** Which modules are compiled together, in which order, and which come first. */
@NullMarked
package io.flexibleupgrades.orchestrator.plan;

import org.jspecify.annotations.NullMarked;
