package io.flexibleupgrades.worker.heartbeat;

import io.flexibleupgrades.events.WorkerName;

/**
 * Who this worker is.
 *
 * @param name of this run of it; another one after a restart
 * @param toolchain what it compiles with, such as {@code javac 25.0.1}
 */
public record WorkerIdentity(WorkerName name, int slots, String toolchain) {}
