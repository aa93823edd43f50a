package io.flexibleupgrades.servicecenter.status;

/**
 * How many modules of an upgrade are where.
 *
 * @param total modules in scope
 * @param cancelled modules in scope that were not settled when the preparation was cancelled
 * @param excluded modules out of scope, part of no other number
 */
public record Counts(
    int total, int prepared, int failed, int skipped, int cancelled, int excluded) {
  /** The counts of an environment that was never upgraded. */
  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

  /** Returns how many modules are prepared, failed or skipped. */
  public int settled() {
    return prepared + failed + skipped;
  }

  /** Returns how many modules in scope are neither settled nor cancelled. */
  public int open() {
    return Math.max(0, total - settled() - cancelled);
  }

  /**
   * Returns the settled share of the modules in scope as a whole number: it never falls while
   * modules settle, and is 100 only if the preparation has ended.
   */
  public int percentage(boolean ended) {
    if (ended) {
      return 100;
    }
    return total == 0 ? 0 : (int) Math.min(99, 100L * settled() / total);
  }
}
