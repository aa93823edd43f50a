/** Platform distributions and how they are pushed. */
@NullMarked
package io.flexibleupgrades.cli.platform;

import org.jspecify.annotations.NullMarked;
