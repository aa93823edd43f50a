/** Factories made for tests, and what becomes of them in an upgrade. */
@NullMarked
package io.flexibleupgrades.systemtests.factory;

import org.jspecify.annotations.NullMarked;
