/** The queue: where requests come from, and where outcomes and poison records go. */
@NullMarked
package io.flexibleupgrades.worker.queue;

import org.jspecify.annotations.NullMarked;
