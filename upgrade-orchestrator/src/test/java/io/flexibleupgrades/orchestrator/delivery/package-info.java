@NullMarked
package io.flexibleupgrades.orchestrator.delivery;

import org.jspecify.annotations.NullMarked;
