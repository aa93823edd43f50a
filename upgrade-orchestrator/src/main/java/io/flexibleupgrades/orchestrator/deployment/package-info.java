/** Where published modules are deployed to. */
@NullMarked
package io.flexibleupgrades.orchestrator.deployment;

import org.jspecify.annotations.NullMarked;
