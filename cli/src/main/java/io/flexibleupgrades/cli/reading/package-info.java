/** Commands that show how an environment stands. */
@NullMarked
package io.flexibleupgrades.cli.reading;

import org.jspecify.annotations.NullMarked;
