/** Tests of durations and ends. */
@NullMarked
package io.flexibleupgrades.cli.upgrade;

import org.jspecify.annotations.NullMarked;
