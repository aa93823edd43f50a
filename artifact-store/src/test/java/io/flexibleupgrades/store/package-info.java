@NullMarked
package io.flexibleupgrades.store;

import org.jspecify.annotations.NullMarked;
