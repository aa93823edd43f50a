/** Text on its way to a person or a script: tables, progress, JSON. */
@NullMarked
package io.flexibleupgrades.cli.terminal;

import org.jspecify.annotations.NullMarked;
