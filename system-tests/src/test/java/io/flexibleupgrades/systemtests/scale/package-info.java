/** Upgrades of large factories. */
@NullMarked
package io.flexibleupgrades.systemtests.scale;

import org.jspecify.annotations.NullMarked;
