/** Proves that the sample factory compiles, runs and fails as its documentation says. */
@NullMarked
package io.flexibleupgrades.systemtests.samples;

import org.jspecify.annotations.NullMarked;
