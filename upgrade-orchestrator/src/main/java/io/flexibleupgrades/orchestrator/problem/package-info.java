/** What a caller is told when a request is refused. */
@NullMarked
package io.flexibleupgrades.orchestrator.problem;

import org.jspecify.annotations.NullMarked;
