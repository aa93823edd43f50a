package io.flexibleupgrades.orchestrator.preparation;

import java.util.Arrays;

/** A simulated preparation did what no preparation may do. */
final class BrokenRuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String rule;

  private BrokenRuleException(String rule, String message) {
    super(message);
    this.rule = rule;
  }

  /** Returns what is wrong, without saying about what. */
  String rule() {
    return rule;
  }

  static void require(boolean holds, String wrong) {
    if (!holds) {
      throw new BrokenRuleException(wrong, wrong);
    }
  }

  static void require(boolean holds, String wrong, Object about) {
    if (!holds) {
      throw new BrokenRuleException(wrong, wrong + " [" + about + "]");
    }
  }

  /** Throws this exception, saying what is wrong about what, unless the rule holds. */
  static void require(boolean holds, String wrong, Object... about) {
    if (!holds) {
      throw new BrokenRuleException(wrong, wrong + " " + Arrays.toString(about));
    }
  }
}
