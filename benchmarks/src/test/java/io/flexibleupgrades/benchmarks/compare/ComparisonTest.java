package io.flexibleupgrades.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.benchmarks.report.Spread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  @Test
  void dividesWhatWasMeasuredInTheSameRound() {
    var comparison =
        new Comparison(
            List.of(
                run(Measured.MAVEN, 1, 10),
                run(Measured.SYSTEM_WARM, 1, 5),
                run(Measured.MAVEN, 2, 40),
                run(Measured.SYSTEM_WARM, 2, 10),
                run(Measured.MAVEN, 3, 20)));

    assertThat(comparison.ratio(Measured.SYSTEM_WARM, Measured.MAVEN))
        .contains(new Spread(0.25, 0.375, 0.5));
    assertThat(comparison.ratio(Measured.SYSTEM_WARM, Measured.BARE_WARM)).isEmpty();
  }

  @Test
  void comparesTheSystemWithTheBareCompilerInTheSameState() {
    var comparison =
        new Comparison(
            List.of(
                run(Measured.BARE_FRESH, 1, 20),
                run(Measured.BARE_WARM, 1, 10),
                run(Measured.SYSTEM_FRESH, 1, 30),
                run(Measured.SYSTEM_WARM, 1, 12)));

    assertThat(comparison.table())
        .hasSize(6)
        .anySatisfy(
            row -> assertThat(row).contains("fresh worker").endsWith("| 1.50 (1.50–1.50) |"))
        .anySatisfy(
            row -> assertThat(row).contains("fifth upgrade").endsWith("| 1.20 (1.20–1.20) |"));
  }

  private static Run run(Measured measured, int round, int seconds) {
    return new Run(measured, round, Duration.ofSeconds(seconds), 200);
  }
}
