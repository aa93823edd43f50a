/** Tests of what a person or a script gets to see. */
@NullMarked
package io.flexibleupgrades.cli.terminal;

import org.jspecify.annotations.NullMarked;
