package io.flexibleupgrades.servicecenter.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Stream;
import org.junit.jupiter.api.Test;

class MissingEventsTest {
  private static final EnvironmentName PROD = new EnvironmentName("prod");
  private static final EnvironmentName OTHER = new EnvironmentName("other");
  private static final Stream OF_PROD = Stream.of(PROD);
  private static final Stream OF_UPGRADE =
      new Stream("upgrade/0b6d3c1e-52a4-4c8e-9d0e-7f1a2b3c4d5e");

  private final MissingEvents missing = new MissingEvents();

  @Test
  void letsPassWhatIsNext() {
    assertThat(passesOver(PROD, OF_PROD, 1, 1)).isFalse();
    assertThatCode(missing::requireNone).doesNotThrowAnyException();
  }

  @Test
  void passesOverTheWholeEnvironmentAfterAGapAndNoOther() {
    assertThat(passesOver(PROD, OF_PROD, 4, 5)).isTrue();

    assertThat(passesOver(PROD, OF_UPGRADE, 1, 1)).isTrue();
    assertThat(passesOver(OTHER, Stream.of(OTHER), 1, 1)).isFalse();
    assertThatThrownBy(missing::requireNone).hasMessageContaining("environment/prod");
  }

  @Test
  void goesOnOnceTheMissingEventHasComeAndAllThatFollowsIsRepeated() {
    passesOver(PROD, OF_PROD, 4, 5);
    passesOver(PROD, OF_UPGRADE, 1, 1);

    assertThat(passesOver(PROD, OF_PROD, 4, 4)).isFalse();
    assertThat(passesOver(PROD, OF_PROD, 5, 5)).isFalse();
    assertThatThrownBy(missing::requireNone).hasMessageContaining("upgrade/");
    assertThat(passesOver(PROD, OF_UPGRADE, 1, 1)).isFalse();
    assertThatCode(missing::requireNone).doesNotThrowAnyException();
  }

  private boolean passesOver(
      EnvironmentName environment, Stream stream, long expected, long found) {
    return missing.passesOver(
        environment, new Halt.Gap(stream, expected, found, "events", 0, found));
  }
}
