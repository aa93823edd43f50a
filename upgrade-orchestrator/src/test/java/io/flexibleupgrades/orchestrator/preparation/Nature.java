package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.FailureKind;
import java.util.SplittableRandom;

/** What becomes of a module whenever it is compiled, by its very nature. */
sealed interface Nature {
  int FOR_EVER = Integer.MAX_VALUE;

  record Compiles() implements Nature {}

  record DoesNotCompile() implements Nature {}

  /**
   * The infrastructure gives way in the attempts up to and including {@code last}, the first of a
   * preparation, and of a preparation again, being 1.
   */
  record Faulty(int last, FailureKind kind) implements Nature {}

  /** Whoever compiles it is never heard of again. */
  record Swallowed() implements Nature {}

  static Nature random(SplittableRandom random) {
    return switch (random.nextInt(36)) {
      case 0, 1, 2 -> new DoesNotCompile();
      case 3 -> new Faulty(FOR_EVER, FailureKind.INFRASTRUCTURE);
      case 4 -> new Faulty(FOR_EVER, FailureKind.TIME_LIMIT);
      case 5 -> new Faulty(1, FailureKind.INFRASTRUCTURE);
      case 6 -> new Faulty(2, FailureKind.TIME_LIMIT);
      case 7 -> new Faulty(3, FailureKind.INFRASTRUCTURE);
      case 8 -> new Swallowed();
      default -> new Compiles();
    };
  }

  /** Whether it never compiles, however often it is tried. */
  default boolean isBad() {
    return switch (this) {
      case Compiles _ -> false;
      case DoesNotCompile _, Swallowed _ -> true;
      case Faulty(int last, _) -> last == FOR_EVER;
    };
  }
}
