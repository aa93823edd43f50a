@NullMarked
package io.flexibleupgrades.orchestrator;

import org.jspecify.annotations.NullMarked;
