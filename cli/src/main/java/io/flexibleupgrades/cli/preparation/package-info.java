/** Commands that steer the preparation of the latest upgrade. */
@NullMarked
package io.flexibleupgrades.cli.preparation;

import org.jspecify.annotations.NullMarked;
