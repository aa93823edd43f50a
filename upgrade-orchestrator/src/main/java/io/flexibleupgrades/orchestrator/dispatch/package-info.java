/** How much work is in the queue, and for whom. */
@NullMarked
package io.flexibleupgrades.orchestrator.dispatch;

import org.jspecify.annotations.NullMarked;
