/** Which artifacts a publish reuses and what it compiles, as a pure function of what was stored. */
@NullMarked
package io.flexibleupgrades.orchestrator.reuse;

import org.jspecify.annotations.NullMarked;
