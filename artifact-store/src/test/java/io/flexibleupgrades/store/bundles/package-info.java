@NullMarked
package io.flexibleupgrades.store.bundles;

import org.jspecify.annotations.NullMarked;
