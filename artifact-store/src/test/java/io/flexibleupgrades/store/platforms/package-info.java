@NullMarked
package io.flexibleupgrades.store.platforms;

import org.jspecify.annotations.NullMarked;
