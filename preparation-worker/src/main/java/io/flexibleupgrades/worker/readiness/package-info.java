/** What the worker says it waits for. */
@NullMarked
package io.flexibleupgrades.worker.readiness;

import org.jspecify.annotations.NullMarked;
