package io.flexibleupgrades.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTimesTest {
  @Test
  void tellsWhatWasUsedSinceTheLargestPartFirst() {
    var before = new CpuTimes(Map.of("kafka: JIT", 500L, "compile daemon: javac", 1_000L));
    var after =
        new CpuTimes(
            Map.of("kafka: JIT", 600L, "compile daemon: javac", 3_810L, "worker: its work", 90L));

    assertThat(after.since(before).table())
        .containsExactly(
            "| part | CPU s | share |",
            "|---|---:|---:|",
            "| compile daemon: javac | 2.81 | 93.7 % |",
            "| kafka: JIT | 0.10 | 3.3 % |",
            "| worker: its work | 0.09 | 3.0 % |",
            "| all | 3.00 | 100.0 % |");
  }
}
