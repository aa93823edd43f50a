/** Bundles kept by the digest of their bytes. */
@NullMarked
package io.flexibleupgrades.store.blobs;

import org.jspecify.annotations.NullMarked;
