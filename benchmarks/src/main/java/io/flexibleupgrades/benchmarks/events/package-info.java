/** Large factories whose modules cost the compiler nothing: what the path of an event costs. */
@NullMarked
package io.flexibleupgrades.benchmarks.events;

import org.jspecify.annotations.NullMarked;
