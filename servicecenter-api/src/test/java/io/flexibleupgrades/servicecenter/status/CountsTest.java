package io.flexibleupgrades.servicecenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CountsTest {
  @Test
  @DisplayName("B27 never falls while modules settle and is not 100 before the end")
  void neverFallsAndStaysBelowAHundredUntilTheEnd() {
    for (int total = 1; total <= 300; total++) {
      int before = 0;
      for (int settled = 0; settled <= total; settled++) {
        int now = new Counts(total, settled, 0, 0, 0, 0).percentage(false);
        assertThat(now).isBetween(before, 99);
        assertThat(now).isEqualTo(Math.min(99, 100 * settled / total));
        before = now;
      }
      assertThat(new Counts(total, total, 0, 0, 0, 0).percentage(true)).isEqualTo(100);
    }
  }

  @Test
  void countsFailedAndSkippedModulesAsSettled() {
    assertThat(new Counts(100, 40, 1, 1, 20, 9).percentage(false)).isEqualTo(42);
  }

  @Test
  @DisplayName("B27 nothing in scope ends at a hundred")
  void endsAtAHundredWithNothingInScope() {
    assertThat(Counts.NONE.percentage(false)).isZero();
    assertThat(Counts.NONE.percentage(true)).isEqualTo(100);
  }

  @Test
  void doesNotOverflowWithManyModules() {
    assertThat(new Counts(100_000_000, 50_000_000, 0, 0, 0, 0).percentage(false)).isEqualTo(50);
  }
}
