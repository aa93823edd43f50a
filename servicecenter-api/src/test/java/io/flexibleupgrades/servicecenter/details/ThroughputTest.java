package io.flexibleupgrades.servicecenter.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ThroughputTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @Test
  @DisplayName("counts every settled module in one interval, also in a run of hours")
  void countsEachOnce() {
    var modules = IntStream.range(0, 1000).mapToObj(i -> settled(i * 17L)).toList();

    var throughput = Throughput.of(modules);

    assertThat(throughput.settled()).hasSizeLessThanOrEqualTo(60);
    assertThat(throughput.settled().stream().mapToInt(count -> count).sum()).isEqualTo(1000);
    assertThat(throughput.interval().multipliedBy(throughput.settled().size()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(999 * 17));
  }

  @Test
  @DisplayName("a single module is one interval of a second")
  void showsOne() {
    assertThat(Throughput.of(List.of(settled(0))))
        .isEqualTo(new Throughput(START, Duration.ofSeconds(1), List.of(1)));
  }

  private static PlannedModule settled(long second) {
    return new PlannedModule(
        new ModuleId("m" + second), ModuleState.PREPARED, 1L, null, START.plusSeconds(second));
  }
}
