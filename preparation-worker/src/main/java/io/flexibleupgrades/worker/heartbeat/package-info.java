/** The worker's signs of life, from which the orchestrator knows which attempts go on. */
@NullMarked
package io.flexibleupgrades.worker.heartbeat;

import org.jspecify.annotations.NullMarked;
