/** Starting an upgrade and waiting for its end. */
@NullMarked
package io.flexibleupgrades.cli.upgrade;

import org.jspecify.annotations.NullMarked;
