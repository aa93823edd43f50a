/** Tests on real processes. */
@NullMarked
package io.flexibleupgrades.embedded.process;

import org.jspecify.annotations.NullMarked;
