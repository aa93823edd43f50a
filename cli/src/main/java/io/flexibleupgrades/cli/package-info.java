/** The {@code flexup} command. */
@NullMarked
package io.flexibleupgrades.cli;

import org.jspecify.annotations.NullMarked;
