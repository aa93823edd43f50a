/** The preparation worker: its settings, what it is made of, and how it starts and stops. */
@NullMarked
package io.flexibleupgrades.worker;

import org.jspecify.annotations.NullMarked;
