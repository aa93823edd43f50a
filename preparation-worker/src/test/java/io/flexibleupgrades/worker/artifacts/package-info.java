/** Tests of the store's client and of the cache. */
@NullMarked
package io.flexibleupgrades.worker.artifacts;

import org.jspecify.annotations.NullMarked;
