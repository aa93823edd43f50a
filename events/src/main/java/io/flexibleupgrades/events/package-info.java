/**
 * The contract between the services: what is said, in which words, and how it is written on the
 * wire.
 */
@NullMarked
package io.flexibleupgrades.events;

import org.jspecify.annotations.NullMarked;
