/** A factory on disk and its import into an environment. */
@NullMarked
package io.flexibleupgrades.cli.factory;

import org.jspecify.annotations.NullMarked;
