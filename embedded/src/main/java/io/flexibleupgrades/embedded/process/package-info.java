/** Child processes that are started, watched, started again and ended together. */
@NullMarked
package io.flexibleupgrades.embedded.process;

import org.jspecify.annotations.NullMarked;
