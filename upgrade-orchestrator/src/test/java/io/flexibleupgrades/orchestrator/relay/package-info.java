/** Tests of the relay, on a real broker and a real PostgreSQL. */
@NullMarked
package io.flexibleupgrades.orchestrator.relay;

import org.jspecify.annotations.NullMarked;
