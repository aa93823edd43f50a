/**
 * The compile daemon: what runs in the child JVM, and the frames it exchanges with the worker.
 * Needs nothing but the JDK, so that its class path is its own classes.
 */
@NullMarked
package io.flexibleupgrades.worker.daemon;

import org.jspecify.annotations.NullMarked;
