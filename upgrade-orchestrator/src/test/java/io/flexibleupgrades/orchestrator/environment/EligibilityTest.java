package io.flexibleupgrades.orchestrator.environment;

import static io.flexibleupgrades.orchestrator.environment.Factories.SEED;
import static io.flexibleupgrades.orchestrator.environment.Factories.digest;
import static io.flexibleupgrades.orchestrator.environment.Factories.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EligibilityTest {

  @ParameterizedTest
  @ValueSource(strings = {"free", "Free", "FREE", "fReE"})
  @DisplayName("B1: edition free is not eligible, however it is written")
  void refusesTheFreeEdition(String edition) {
    assertThat(refusal(edition, "11.8.0", "11.9.0")).isEqualTo("edition");
  }

  @ParameterizedTest
  @ValueSource(strings = {"enterprise", "standard", "freedom", "free trial", ""})
  @DisplayName("B1: every other edition is eligible")
  void takesEveryOtherEdition(String edition) {
    assertEligible(edition, "11.8.0", "11.9.0");
  }

  @ParameterizedTest
  @CsvSource({
    "11.8.0, 11.9.0",
    "11.0, 11.9",
    "11.8.0, 11.9.0.1",
    "11.9.0, 11.10.0",
    "11.9.9, 11.10",
    "11.8.0, 11.100.0",
    "11.9.0.1, 11.9.0.2"
  })
  @DisplayName("B2: from 11.x to 11.9 or later is eligible, part by part and by number")
  void takesALaterMinor(String from, String to) {
    assertEligible("enterprise", from, to);
  }

  @ParameterizedTest
  @CsvSource({"11.7.0, 11.8.0", "11.0, 11.8.99", "11.1.0, 11.2"})
  @DisplayName("B3: below 11.9 there is no preparation")
  void refusesATargetBelowTheMinimum(String from, String to) {
    assertThat(refusal("enterprise", from, to)).isEqualTo("minimum-version");
  }

  @ParameterizedTest
  @CsvSource({"11.8.0, 12.0.0", "10.9.0, 11.9.0", "10.9.0, 10.10.0", "12.1, 12.2", "1.9, 1.10"})
  @DisplayName("B3: from or to another major version there is no preparation")
  void refusesAnotherMajorVersion(String from, String to) {
    assertThat(refusal("enterprise", from, to)).isEqualTo("major-version");
  }

  @Test
  @DisplayName(
      "B3: where there is no preparation, the answer says that everything must be republished")
  void saysWhatToDoInstead() {
    for (var to : new String[] {"11.8.5", "12.0.0"}) {
      assertThat(rejected("enterprise", platform("11.8.0"), platform(to)))
          .hasMessageContaining("Everything must be republished instead.")
          .hasMessageContaining(to);
    }
  }

  @Test
  @DisplayName("B3: the major version and the minimum are configuration")
  void followsTheConfiguredRule() {
    var rule = new Eligibility(12, new PlatformVersion("12.3"));

    assertThatCode(() -> rule.check("enterprise", platform("12.0"), platform("12.3.0")))
        .doesNotThrowAnyException();
    assertThat(rejected(rule, "enterprise", platform("12.0"), platform("12.2")).facts())
        .containsEntry("rule", "minimum-version");
    assertThat(rejected(rule, "enterprise", platform("11.8.0"), platform("11.9.0")).facts())
        .containsEntry("rule", "major-version");
  }

  @ParameterizedTest
  @CsvSource({
    "11.9.0, 11.9.0",
    "11.9.0, 11.9",
    "11.10.0, 11.9.0",
    "11.9.1, 11.9.0",
    "11.8.0, 11.7.0"
  })
  @DisplayName("B4: a target that is not newer is refused")
  void refusesWhatIsNotNewer(String from, String to) {
    var before = new Platform(new PlatformVersion(from), digest("same bits"));
    var after = new Platform(new PlatformVersion(to), digest("same bits"));

    assertThat(rejected("enterprise", before, after).facts()).containsEntry("rule", "not-newer");
  }

  @Test
  @DisplayName("B4: the next patch is eligible")
  void takesThePatch() {
    assertEligible("enterprise", "11.9.0", "11.9.1");
  }

  @Test
  @DisplayName(
      "B6: the same version with other bits is eligible, an older one with other bits is not")
  void takesTheSameVersionWithOtherBits() {
    var running = new Platform(new PlatformVersion("11.9.0"), digest("first build"));
    var rebuilt = new Platform(new PlatformVersion("11.9.0"), digest("second build"));
    var older = new Platform(new PlatformVersion("11.8.9"), digest("second build"));

    assertThatCode(() -> SEED.check("enterprise", running, rebuilt)).doesNotThrowAnyException();
    assertThat(rejected("enterprise", running, older).facts()).containsEntry("rule", "not-newer");
  }

  private static void assertEligible(String edition, String from, String to) {
    assertThatCode(() -> SEED.check(edition, platform(from), platform(to)))
        .doesNotThrowAnyException();
  }

  private static @Nullable Object refusal(String edition, String from, String to) {
    return rejected(edition, platform(from), platform(to)).facts().get("rule");
  }

  private static RejectedException rejected(String edition, Platform from, Platform to) {
    return rejected(SEED, edition, from, to);
  }

  private static RejectedException rejected(
      Eligibility rule, String edition, Platform from, Platform to) {
    var rejected =
        catchThrowableOfType(RejectedException.class, () -> rule.check(edition, from, to));
    assertThat(rejected).hasMessageContaining("not eligible");
    assertThat(rejected.rule()).isEqualTo(Rule.NOT_ELIGIBLE);
    return rejected;
  }
}
