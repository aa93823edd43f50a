/** Deterministic zip files of folders. */
@NullMarked
package io.flexibleupgrades.cli.bundle;

import org.jspecify.annotations.NullMarked;
