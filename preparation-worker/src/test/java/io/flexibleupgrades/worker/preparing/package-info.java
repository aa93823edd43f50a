/** Tests of the use case. */
@NullMarked
package io.flexibleupgrades.worker.preparing;

import org.jspecify.annotations.NullMarked;
