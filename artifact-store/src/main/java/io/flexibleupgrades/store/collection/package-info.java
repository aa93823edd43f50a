/** Removes the blobs that nobody refers to, when it is certain that nobody does. */
@NullMarked
package io.flexibleupgrades.store.collection;

import org.jspecify.annotations.NullMarked;
