/** The artifact store, over HTTP. */
@NullMarked
package io.flexibleupgrades.orchestrator.store;

import org.jspecify.annotations.NullMarked;
