package io.flexibleupgrades.events;

/** The names of the topics. */
public final class Topics {
  /** Every event of the journal, keyed by environment, kept for ever. */
  public static final String UPGRADE_EVENTS = "flexup.upgrade-events";

  /** Requests to workers, keyed by unit. */
  public static final String PREPARE_REQUESTS = "flexup.prepare-requests";

  /** Outcomes of workers, keyed by environment. */
  public static final String PREPARE_OUTCOMES = "flexup.prepare-outcomes";

  /** Heartbeats of workers, keyed by worker. */
  public static final String WORKERS = "flexup.workers";

  private static final String DEAD_LETTER = ".dead-letter";

  private Topics() {}

  /** Returns where the poison records of a topic are kept, with their bytes and the reason. */
  public static String deadLettersOf(String topic) {
    return topic + DEAD_LETTER;
  }
}
