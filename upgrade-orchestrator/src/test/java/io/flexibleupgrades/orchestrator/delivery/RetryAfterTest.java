package io.flexibleupgrades.orchestrator.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-03-01T22:15:30Z");

  @Test
  void isANumberOfSecondsOrADate() {
    assertThat(RetryAfter.of(" 120 ", NOW)).isEqualTo(Duration.ofMinutes(2));
    assertThat(RetryAfter.of("Sun, 01 Mar 2026 22:16:00 GMT", NOW))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(RetryAfter.of("Sun, 01 Mar 2026 22:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
  }

  @Test
  void isBoundedWhateverAReceiverSays() {
    assertThat(RetryAfter.of("999999999", NOW)).isEqualTo(RetryAfter.LONGEST);
    assertThat(RetryAfter.of("Fri, 31 Dec 9999 23:59:59 GMT", NOW)).isEqualTo(RetryAfter.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "Sun, 01 Mar"})
  void isIgnoredWhenItIsNeither(String header) {
    assertThat(RetryAfter.of(header, NOW)).isNull();
  }
}
