/** Tests on real processes. */
@NullMarked
package io.flexibleupgrades.embedded.postgres;

import org.jspecify.annotations.NullMarked;
