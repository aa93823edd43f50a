/** Tests of the product's start, with services that only answer. */
@NullMarked
package io.flexibleupgrades.embedded.system;

import org.jspecify.annotations.NullMarked;
