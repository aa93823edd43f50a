/** Factories of any size, for the product and for the tools that it is compared with. */
@NullMarked
package io.flexibleupgrades.benchmarks.factory;

import org.jspecify.annotations.NullMarked;
