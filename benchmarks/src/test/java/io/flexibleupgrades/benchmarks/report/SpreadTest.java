package io.flexibleupgrades.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void isOfTheMiddleAndTheEnds() {
    assertThat(Spread.of(List.of(3.0, 1.0, 9.0))).contains(new Spread(1, 3, 9));
    assertThat(Spread.of(List.of(4.0, 1.0, 9.0, 2.0))).contains(new Spread(1, 3, 9));
    assertThat(Spread.of(List.of())).isEmpty();
  }

  @Test
  void hasQuantilesThatAreAmongTheValues() {
    var values = List.of(10.0, 30.0, 20.0, 40.0);

    assertThat(Spread.quantile(values, 0.5)).isEqualTo(20);
    assertThat(Spread.quantile(values, 0.99)).isEqualTo(40);
    assertThat(Spread.quantile(List.of(7.0), 0.5)).isEqualTo(7);
  }
}
