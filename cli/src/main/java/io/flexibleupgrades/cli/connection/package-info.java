/** Finding the system and the environment that a command is about. */
@NullMarked
package io.flexibleupgrades.cli.connection;

import org.jspecify.annotations.NullMarked;
