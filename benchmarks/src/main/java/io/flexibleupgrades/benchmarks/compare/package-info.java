/** The system beside the tools that people would use instead. */
@NullMarked
package io.flexibleupgrades.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
