/** Tests of bundles. */
@NullMarked
package io.flexibleupgrades.cli.bundle;

import org.jspecify.annotations.NullMarked;
