@NullMarked
package io.flexibleupgrades.orchestrator.plan;

import org.jspecify.annotations.NullMarked;
