@NullMarked
package io.flexibleupgrades.orchestrator.preparation;

import org.jspecify.annotations.NullMarked;
