/** Tests of reading factories. */
@NullMarked
package io.flexibleupgrades.cli.factory;

import org.jspecify.annotations.NullMarked;
