/** The compiler alone, following the graph: what nothing on top of it can be faster than. */
@NullMarked
package io.flexibleupgrades.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
