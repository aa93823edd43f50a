package io.flexibleupgrades.orchestrator.preparation;

import java.util.Arrays;

/** What happens next in a simulated run. */
enum Step {
  /** A message or a timer comes, whichever. */
  DELIVER(46, 50),
  /** A message comes that will come again. */
  REPEAT(6, 4),
  /** An answer is lost, with its worker: only the timer will tell. */
  LOSE(4, 2),
  /** A timer is early; the answer is late. */
  HASTEN(4, 2),
  /** A worker breaks down, and says so. */
  BREAK(4, 2),
  /** A worker answers something else. */
  GARBLE(3, 2),
  /** A word comes that counts in no preparation. */
  FORGE(4, 4),
  /** What can be done next is done; units are requested. */
  ADVANCE(42, 3),
  /** The orchestrator ends after it has decided, before anything is stored. */
  FORGET(2, 1),
  /** The orchestrator ends after its decision is stored; what caused it comes again. */
  STORE_ONLY(2, 2),
  PAUSE(2, 2),
  RESUME(4, 2),
  CANCEL(1, 2),
  /** Somebody asks for something that mostly does not fit. */
  MISPLACE(4, 4),
  PREPARE_AGAIN(0, 12),
  PREPARE_NAMED(0, 14),
  PUBLISH(0, 20);

  private static final int TURNS = 128;
  private static final Step[] RUNNING = wheel(false);
  private static final Step[] ENDED = wheel(true);

  private final int running;
  private final int ended;

  Step(int running, int ended) {
    this.running = running;
    this.ended = ended;
  }

  /** Returns the step that the word stands for; 0 is the simplest. */
  static Step of(int word, boolean isEnded) {
    return (isEnded ? ENDED : RUNNING)[word & (TURNS - 1)];
  }

  /** Returns the rest of the word, 0 or more. */
  static int chance(int word) {
    return word >>> 7;
  }

  private static Step[] wheel(boolean isEnded) {
    var wheel = new Step[TURNS];
    int at = 0;
    for (var step : values()) {
      int turns = isEnded ? step.ended : step.running;
      Arrays.fill(wheel, at, at + turns, step);
      at += turns;
    }
    return Arrays.copyOf(wheel, TURNS);
  }
}
