/** The whole product, running on one machine. */
@NullMarked
package io.flexibleupgrades.embedded.system;

import org.jspecify.annotations.NullMarked;
