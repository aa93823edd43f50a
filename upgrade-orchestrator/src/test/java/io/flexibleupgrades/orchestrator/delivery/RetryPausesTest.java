package io.flexibleupgrades.orchestrator.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryPausesTest {
  private final RetryPauses pauses = pauses(Settings.of(Map.of()));

  @Test
  void areTheScheduleOfStandardWebhooksByDefault() {
    assertThat(pauses.pauses())
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));
  }

  @Test
  void growWithEachAttemptHoweverChanceHasIt() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var before = Duration.ZERO;
    for (int attempt = 1; attempt <= 9; attempt++) {
      var least = pauses.pauses().get(attempt - 1);
      var pause = pauses.after(attempt, random.nextDouble()).orElseThrow();

      assertThat(pause)
          .as("seed %d, attempt %d", seed, attempt)
          .isGreaterThan(before)
          .isBetween(least, least.plus(least.dividedBy(10)));
      before = pause;
    }
  }

  @Test
  void spreadWhatFailedTogether() {
    assertThat(pauses.after(2, 0)).contains(Duration.ofMinutes(5));
    assertThat(pauses.after(2, 0.5)).contains(Duration.ofMinutes(5).plusSeconds(15));
    assertThat(pauses.after(2, 1)).contains(Duration.ofMinutes(5).plusSeconds(30));
  }

  @Test
  void endAfterTheLastOne() {
    assertThat(pauses.after(9, 0)).isPresent();
    assertThat(pauses.after(10, 0)).isEmpty();
    assertThat(pauses.after(11, 0)).isEmpty();
    assertThat(new RetryPauses(List.of(), 0).after(1, 0)).isEmpty();
  }

  @Test
  void areRefusedWhenTheyMakeNoSense() {
    assertThatThrownBy(() -> pauses(Settings.of(Map.of("jitter", "1.5"))))
        .hasMessageContaining("flexup.webhooks.jitter");
    assertThatThrownBy(() -> new RetryPauses(List.of(Duration.ofSeconds(-1)), 0))
        .hasMessageContaining("flexup.webhooks.pauses");
  }

  private static RetryPauses pauses(WebhookConfig config) {
    return new RetryPauses(config.pauses(), config.jitter());
  }
}
