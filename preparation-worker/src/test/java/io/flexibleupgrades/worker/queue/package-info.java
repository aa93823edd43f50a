/** Tests of the queue's adapters on a real broker. */
@NullMarked
package io.flexibleupgrades.worker.queue;

import org.jspecify.annotations.NullMarked;
