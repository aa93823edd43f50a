/** Tests of the launcher script. */
@NullMarked
package io.flexibleupgrades.cli.launcher;

import org.jspecify.annotations.NullMarked;
