/** The store as it is delivered, in a process of its own, and what can happen to it there. */
@NullMarked
package io.flexibleupgrades.store.process;

import org.jspecify.annotations.NullMarked;
