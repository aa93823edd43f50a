package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.FailureKind;
import java.util.Random;

/** What becomes of a module whenever it is compiled, by its very nature. */
sealed interface Nature {
  int FOR_EVER = Integer.MAX_VALUE;

  record Compiles() implements Nature {}

  record DoesNotCompile() implements Nature {}

  /** The infrastructure gives way in the attempts up to and including {@code last}. */
  record Faulty(int last, FailureKind kind) implements Nature {}

  /** Whoever compiles it is never heard of again. */
  record Swallowed() implements Nature {}

  static Nature random(Random random) {
    return switch (random.nextInt(24)) {
      case 0, 1 -> new DoesNotCompile();
      case 2 -> new Faulty(FOR_EVER, FailureKind.INFRASTRUCTURE);
      case 3 -> new Faulty(FOR_EVER, FailureKind.TIME_LIMIT);
      case 4 -> new Swallowed();
      case 5, 6 -> new Faulty(1 + random.nextInt(3), FailureKind.INFRASTRUCTURE);
      case 7 -> new Faulty(1 + random.nextInt(3), FailureKind.TIME_LIMIT);
      default -> new Compiles();
    };
  }
}
