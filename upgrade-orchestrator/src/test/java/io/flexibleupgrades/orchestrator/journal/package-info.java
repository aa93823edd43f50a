/** Tests of the journal. */
@NullMarked
package io.flexibleupgrades.orchestrator.journal;

import org.jspecify.annotations.NullMarked;
