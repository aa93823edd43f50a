package io.flexibleupgrades.cli.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.flexibleupgrades.cli.command.ExitCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationsTest {
  @ParameterizedTest
  @CsvSource({
    "30s, PT30S",
    "5m, PT5M",
    "1h30m, PT1H30M",
    "500ms, PT0.5S",
    "0s, PT0S",
    "PT5M, PT5M",
    "90s, PT1M30S"
  })
  void readsShortAndIsoDurations(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-5m", "PT-5M", "five", "5 m", "9999999999s"})
  void refusesWhatIsNoDuration(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Durations.parse(text))
        .withMessageContaining("30s, 5m");
  }

  @Test
  void writesDurationsAsTheyAreRead() {
    assertThat(Durations.text(Duration.ofSeconds(5430))).isEqualTo("1h30m30s");
    assertThat(Durations.text(Duration.ZERO)).isEqualTo("0s");
  }

  @Test
  void tellsTheEndsApartByTheirExitCodes() {
    assertThat(UpgradeState.READY.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(UpgradeState.READY_WITH_ERRORS.exitCode()).isEqualTo(ExitCode.FINISHED_WITH_ERRORS);
    assertThat(UpgradeState.ERROR.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(UpgradeState.CANCELLED.exitCode()).isEqualTo(ExitCode.ERROR);
  }
}
