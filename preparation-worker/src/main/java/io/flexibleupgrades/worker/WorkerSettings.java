package io.flexibleupgrades.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How this worker works. */
@ConfigMapping(prefix = "flexup.worker")
public interface WorkerSettings {

  /** The worker's name without its start's mark; the machine's name if there is none. */
  Optional<String> name();

  /** How many units it prepares at once; 1 or more. */
  @WithDefault("2")
  int slots();

  /** Folder of its cache of blobs and of what it is writing; one for each worker. */
  @WithDefault("${java.io.tmpdir}/flexup-worker")
  String folder();

  /** Most MiB of blobs that are kept in the folder. */
  @WithDefault("2048")
  long cacheMebibytes();

  /** Most heap of a compile daemon, as {@code -Xmx} takes it. */
  @WithDefault("512m")
  String daemonHeap();

  /** How long one module may take to compile; a unit has this time for each of its members. */
  @WithDefault("PT2M")
  Duration timeLimit();

  /** What compiles: {@code instant} compiles nothing, and is for load tests of the rest. */
  @WithDefault("javac")
  Compiler compiler();

  /** How requests are taken: {@code consumer-group} is for brokers before Kafka 4.2. */
  @WithDefault("share-group")
  Queue queue();

  /** How long the broker keeps a request for a slot that does not renew it (15 s to 60 s). */
  @WithDefault("PT30S")
  Duration recordLock();

  /** Time between two heartbeats. */
  @WithDefault("PT2S")
  Duration heartbeat();

  /** How long a worker that is told to stop goes on with what it has in hand. */
  @WithDefault("PT60S")
  Duration drain();

  /** What compiles. */
  enum Compiler {
    JAVAC,
    INSTANT
  }

  /** How requests are taken. */
  enum Queue {
    SHARE_GROUP,
    CONSUMER_GROUP
  }
}
