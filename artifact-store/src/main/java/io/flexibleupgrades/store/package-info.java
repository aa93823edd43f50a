/** The artifact store: bundles by digest, the action cache and the platform distributions. */
@NullMarked
package io.flexibleupgrades.store;

import org.jspecify.annotations.NullMarked;
