/** Tests on real processes. */
@NullMarked
package io.flexibleupgrades.embedded.kafka;

import org.jspecify.annotations.NullMarked;
