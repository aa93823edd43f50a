/** Compiling: the port, and its adapter that supervises compile daemons. */
@NullMarked
package io.flexibleupgrades.worker.compiling;

import org.jspecify.annotations.NullMarked;
