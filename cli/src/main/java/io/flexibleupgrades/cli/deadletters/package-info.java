/** Poison records: what was set aside, and putting it back. */
@NullMarked
package io.flexibleupgrades.cli.deadletters;

import org.jspecify.annotations.NullMarked;
