/** Creating environments. */
@NullMarked
package io.flexibleupgrades.cli.environment;

import org.jspecify.annotations.NullMarked;
