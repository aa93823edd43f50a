package io.flexibleupgrades.systemtests.faults;

/** What is wrong with a line. */
public enum LineFault {
  /** Open connections are closed, new ones are closed at once. */
  CUT,
  /** Nothing gets through, and no side is told. */
  STALL,
  /** Everything comes late. */
  DELAY,
  /** Open connections are reset once; new ones are in order. */
  RESET,
  /** Open connections are dead for good and neither side is told; new ones are in order. */
  HALF_OPEN
}
