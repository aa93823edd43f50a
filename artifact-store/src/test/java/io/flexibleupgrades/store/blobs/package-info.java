@NullMarked
package io.flexibleupgrades.store.blobs;

import org.jspecify.annotations.NullMarked;
