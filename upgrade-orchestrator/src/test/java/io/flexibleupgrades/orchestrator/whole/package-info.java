@NullMarked
package io.flexibleupgrades.orchestrator.whole;

import org.jspecify.annotations.NullMarked;
