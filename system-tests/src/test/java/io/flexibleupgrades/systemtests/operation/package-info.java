/** What operators do: back up and restore, rebuild, replay. */
@NullMarked
package io.flexibleupgrades.systemtests.operation;

import org.jspecify.annotations.NullMarked;
