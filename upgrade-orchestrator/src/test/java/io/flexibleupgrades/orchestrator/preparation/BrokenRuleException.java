package io.flexibleupgrades.orchestrator.preparation;

import java.util.Arrays;

/** A simulated preparation did what no preparation may do. */
final class BrokenRuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private BrokenRuleException(String message) {
    super(message);
  }

  /** Throws this exception, saying what is wrong about what, unless the rule holds. */
  static void require(boolean holds, String wrong, Object... about) {
    if (!holds) {
      throw new BrokenRuleException(
          about.length == 0 ? wrong : wrong + " " + Arrays.toString(about));
    }
  }
}
