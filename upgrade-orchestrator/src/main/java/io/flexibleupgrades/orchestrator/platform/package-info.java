/** The platform distributions that there are. */
@NullMarked
package io.flexibleupgrades.orchestrator.platform;

import org.jspecify.annotations.NullMarked;
