/** Tests of bundling platform distributions. */
@NullMarked
package io.flexibleupgrades.cli.platform;

import org.jspecify.annotations.NullMarked;
