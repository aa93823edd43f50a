/** Where the whole system's time goes. */
@NullMarked
package io.flexibleupgrades.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
