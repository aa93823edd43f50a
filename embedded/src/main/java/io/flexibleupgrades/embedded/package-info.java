/** The product on one machine: where it is installed and how its parts are started. */
@NullMarked
package io.flexibleupgrades.embedded;

import org.jspecify.annotations.NullMarked;
