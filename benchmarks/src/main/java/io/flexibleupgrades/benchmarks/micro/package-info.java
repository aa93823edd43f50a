/** The pure parts alone, measured by JMH. */
@NullMarked
package io.flexibleupgrades.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
