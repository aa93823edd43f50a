/** Tests of compiling and of supervision, on real child processes. */
@NullMarked
package io.flexibleupgrades.worker.compiling;

import org.jspecify.annotations.NullMarked;
