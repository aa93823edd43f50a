package io.flexibleupgrades.benchmarks.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttemptsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void shareOutTheSlotsTimeWithoutARest() {
    var attempts =
        new Attempts(
            List.of(attempt(0, 100, 200, 500, 800, 900), attempt(0, 0, 100, 300, 500, 510)),
            Duration.ofSeconds(1));

    assertThat(attempts.table(2))
        .anySatisfy(row -> assertThat(row).contains("compiler starts |").endsWith("| 10.0 % |"))
        .anySatisfy(row -> assertThat(row).startsWith("| compiler |").endsWith("| 25.0 % |"))
        .anySatisfy(row -> assertThat(row).contains("outcome sent |").endsWith("| 25.0 % |"))
        .anySatisfy(row -> assertThat(row).contains("without a module").endsWith("| 40.0 % |"));
    assertThat(attempts.waits()).containsExactly(100.0, 0.0);
  }

  private static Attempt attempt(
      int requested, int started, int compiling, int compiled, int ended, int prepared) {
    return new Attempt(
        at(requested),
        at(started),
        at(compiling),
        Duration.ofMillis(compiled - compiling),
        at(ended),
        at(prepared));
  }

  private static Instant at(int millis) {
    return START.plusMillis(millis);
  }
}
