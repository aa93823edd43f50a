@NullMarked
package io.flexibleupgrades.orchestrator.deadletters;

import org.jspecify.annotations.NullMarked;
