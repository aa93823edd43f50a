/** The whole product on this machine, and how tests see it from outside. */
@NullMarked
package io.flexibleupgrades.systemtests.running;

import org.jspecify.annotations.NullMarked;
