/** Tells the artifact store what is still referred to, so that it can remove the rest. */
@NullMarked
package io.flexibleupgrades.orchestrator.collection;

import org.jspecify.annotations.NullMarked;
