package io.flexibleupgrades.worker.queue;

/** What becomes of a request when the work on it ends. */
public enum Settlement {
  /** It is done and given to nobody again. */
  ACCEPT,
  /** It is given to a worker again. */
  RELEASE
}
