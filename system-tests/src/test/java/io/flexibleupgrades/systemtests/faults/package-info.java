/** Upgrades during which parts of the product are killed, away, added or stopped. */
@NullMarked
package io.flexibleupgrades.systemtests.faults;

import org.jspecify.annotations.NullMarked;
