/** Manifests that people write, read with the line of everything that is wrong. */
@NullMarked
package io.flexibleupgrades.cli.yaml;

import org.jspecify.annotations.NullMarked;
