@NullMarked
package io.flexibleupgrades.store.actions;

import org.jspecify.annotations.NullMarked;
