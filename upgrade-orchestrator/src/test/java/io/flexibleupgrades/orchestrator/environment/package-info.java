@NullMarked
package io.flexibleupgrades.orchestrator.environment;

import org.jspecify.annotations.NullMarked;
