/** Tests of the compile daemon. */
@NullMarked
package io.flexibleupgrades.worker.daemon;

import org.jspecify.annotations.NullMarked;
