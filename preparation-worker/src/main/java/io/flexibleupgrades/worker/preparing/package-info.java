/** Preparing: from a request to its outcome. */
@NullMarked
package io.flexibleupgrades.worker.preparing;

import org.jspecify.annotations.NullMarked;
