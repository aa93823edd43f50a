package io.flexibleupgrades.servicecenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.SystemTask;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BannerTest {
  private static final Counts COUNTS = new Counts(100, 38, 2, 2, 0, 7);

  @Test
  @DisplayName("B26 says that the first step has finished and how far the second one is")
  void saysHowFarThePreparationIs() {
    assertThat(lines(UpgradeState.PREPARING, COUNTS))
        .containsExactly(
            "The first step of the upgrade process has finished. This environment has been"
                + " successfully upgraded to Platform Server version 11.9.0",
            "We are now preparing your modules - 42%");
  }

  @ParameterizedTest
  @EnumSource(
      value = UpgradeState.class,
      names = {"PREPARING", "PAUSED"},
      mode = Mode.EXCLUDE)
  @DisplayName("B26 says so only while the second step is ongoing")
  void saysSoOnlyWhileTheSecondStepIsOngoing(UpgradeState state) {
    assertThat(lines(state, COUNTS))
        .noneMatch(line -> line.contains("The first step of the upgrade process has finished"))
        .noneMatch(line -> line.contains("We are now preparing your modules"));
  }

  @Test
  @DisplayName("B27 shows a whole number")
  void showsAWholeNumber() {
    assertThat(lines(UpgradeState.PREPARING, new Counts(3, 1, 1, 0, 0, 0)).getLast())
        .isEqualTo("We are now preparing your modules - 66%");
  }

  @Test
  @DisplayName("B29 says that the environment is ready")
  void saysThatTheEnvironmentIsReady() {
    assertThat(lines(UpgradeState.READY, new Counts(38, 38, 0, 0, 0, 0)))
        .containsExactly(
            "This environment is ready (Release Notes)", "No further actions are required.");
  }

  @Test
  @DisplayName("B30 says how many modules were prepared, failed and skipped")
  void saysHowManyModulesFailed() {
    assertThat(lines(UpgradeState.READY_WITH_ERRORS, new Counts(45, 38, 2, 5, 0, 0)))
        .containsExactly(
            "There were errors preparing some modules.",
            "38 modules prepared successfully, 2 modules failed and 5 modules skipped.");
  }

  @Test
  @DisplayName("B11 says that nothing was prepared, and why")
  void saysThatThereWasAnError() {
    assertThat(
            Banner.lines(UpgradeState.ERROR, "11.8.0", "11.9.0", Counts.NONE, "The disk is full."))
        .containsExactly("There was an error preparing your modules.", "The disk is full.");
  }

  @Test
  void saysThatThePreparationWaitsForConfirmation() {
    assertThat(lines(UpgradeState.AWAITING_CONFIRMATION, COUNTS))
        .containsExactly(
            "The platform of this environment has been upgraded to version 11.9.0.",
            "Your modules are not prepared: the preparation waits for your confirmation.");
  }

  @Test
  @DisplayName("B9 B32 says which system task runs before the preparation")
  void saysWhichSystemTaskRuns() {
    var task = SystemTask.SERVICE_CENTER.title();

    assertThat(Banner.lines(UpgradeState.PREPARING, "11.8.0", "11.9.0", COUNTS, task))
        .hasSize(3)
        .endsWith("Publishing the latest version of Service Center");
  }

  @Test
  @DisplayName("B46 says how many modules were prepared before the preparation was cancelled")
  void saysWhatWasPreparedBeforeTheEnd() {
    assertThat(lines(UpgradeState.CANCELLED, new Counts(50, 38, 2, 3, 7, 1)))
        .containsExactly(
            "The preparation of your modules was cancelled.",
            "38 modules prepared successfully, 2 modules failed, 3 modules skipped and 7 modules"
                + " not prepared.");
  }

  private static List<String> lines(UpgradeState state, Counts counts) {
    return Banner.lines(state, "11.8.0", "11.9.0", counts, null);
  }
}
