/** Rules of this part's code. */
@NullMarked
package io.flexibleupgrades.embedded;

import org.jspecify.annotations.NullMarked;
