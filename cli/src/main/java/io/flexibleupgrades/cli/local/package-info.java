/** The system on this machine: started, stopped and demonstrated. */
@NullMarked
package io.flexibleupgrades.cli.local;

import org.jspecify.annotations.NullMarked;
