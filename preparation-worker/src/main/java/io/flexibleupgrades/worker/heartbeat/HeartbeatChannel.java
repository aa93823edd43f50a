package io.flexibleupgrades.worker.heartbeat;

import io.flexibleupgrades.events.WorkerHeartbeat;
import java.time.Duration;

/** Where heartbeats go. One that is late is worth nothing, so that none is sent twice. */
public interface HeartbeatChannel {

  /** Returns whether the broker took the heartbeat within this time. */
  boolean send(WorkerHeartbeat heartbeat, Duration patience) throws InterruptedException;
}
