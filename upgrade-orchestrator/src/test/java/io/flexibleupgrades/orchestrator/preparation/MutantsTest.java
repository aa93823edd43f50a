package io.flexibleupgrades.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random runs are worth what they find: each rule, broken alone, must be noticed. */
class MutantsTest {
  private static final int SEEDS = 10_000;

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.flexibleupgrades.orchestrator.preparation.Mutant#all")
  @DisplayName("G3: a broken rule is noticed within ten thousand runs")
  void aBrokenRuleIsNoticed(Mutant mutant, TestReporter reporter) {
    String noticed = null;
    for (long seed = 0; seed < SEEDS && noticed == null; seed++) {
      noticed = noticedIn(seed, mutant);
    }

    assertThat(noticed).as("%s survived %d seeds", mutant, SEEDS).contains(mutant.verdict());
    reporter.publishEntry(mutant.name(), String.valueOf(noticed));
  }

  private static @Nullable String noticedIn(long seed, Mutant mutant) {
    try {
      var _ = new SimulatedRun(seed, mutant.rules()).run();
      return null;
    } catch (BrokenRuleException e) {
      return "caught at seed %d: %s".formatted(seed, e.rule());
    }
  }
}
