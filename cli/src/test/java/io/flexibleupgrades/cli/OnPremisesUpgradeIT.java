package io.flexibleupgrades.cli;

import static io.flexibleupgrades.cli.OnPremisesServices.CANCEL;
import static io.flexibleupgrades.cli.OnPremisesServices.CONFIRM;
import static io.flexibleupgrades.cli.OnPremisesServices.ENVIRONMENT;
import static io.flexibleupgrades.cli.OnPremisesServices.FIRST_STEP;
import static io.flexibleupgrades.cli.OnPremisesServices.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnPremisesUpgradeIT {
  private static final String SERVICE_CENTER = "Publishing the latest version of Service Center";
  private static final String COMPONENTS = "Publishing the latest version of System Components";
  private static final String[] UPGRADE = {"upgrade", "--env", "prod", "--to", "11.9.0"};

  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services = OnPremisesServices.start();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  @DisplayName("B9, B10, B32: the tool lists the three tasks, asks, and shows their progress")
  void listsTheTasksAsksAndFollows() {
    idle();
    awaits()
        .answer(STATUS, 200, OnPremisesServices.awaiting())
        .answer(STATUS, 200, OnPremisesServices.preparing(0, SERVICE_CENTER))
        .answer(STATUS, 200, OnPremisesServices.preparing(0, COMPONENTS))
        .answer(STATUS, 200, OnPremisesServices.preparing(2))
        .answer(STATUS, 200, OnPremisesServices.ready());

    var call = upgrade("y\n\nmaybe\nOK\n");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(lines(call))
        .containsExactly(
            "Environment prod (on-premises, edition enterprise) on platform 11.8.0 is upgraded to"
                + " 11.9.0:",
            "  1. The platform is upgraded.",
            "  2. Its 4 modules wait until you agree to their preparation.",
            "Publishing is refused until that has ended.",
            "Start? [y/N] Upgrade of prod to 11.9.0 is started.",
            "The platform of this environment has been upgraded to version 11.9.0.",
            "Your modules are not prepared: the preparation waits for your confirmation.",
            "The next tasks, in this order:",
            "  1. " + SERVICE_CENTER,
            "  2. " + COMPONENTS,
            "  3. Prepare modules",
            "OK / Cancel: Type OK to start these tasks, or Cancel to start none.",
            "OK / Cancel: Type OK to start these tasks, or Cancel to start none.",
            "OK / Cancel: The tasks are started.",
            FIRST_STEP,
            "We are now preparing your modules - 0%",
            SERVICE_CENTER,
            COMPONENTS,
            "This environment is ready (Release Notes)",
            "No further actions are required.",
            "████████████████████████████████████████ 100%  4 of 4 modules");
    assertThat(call.err()).contains(" 50%  2 of 4 modules");
    assertThat(services.calls(CONFIRM)).hasSize(1);
    assertThat(services.calls(CONFIRM).getFirst().body().path("requestedBy").asText())
        .isEqualTo("tester");
    assertThat(services.calls(CONFIRM).getFirst().idempotencyKey()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cancel", "C", "no", "N"})
  @DisplayName("B10: Cancel starts no task, and says that the modules are not prepared")
  void startsNoTaskAfterCancel(String answer) {
    idle();
    open("awaiting-confirmation");
    idle();
    awaits()
        .answer(
            STATUS,
            200,
            OnPremisesServices.status(
                "cancelled", 0, "The preparation of your modules was cancelled."));

    var call = upgrade("y\n" + answer + "\n", "-o", "json");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("The modules of environment prod are not prepared.");
    assertThat(call.json().path("state").asText()).isEqualTo("cancelled");
    assertThat(services.calls(CANCEL)).hasSize(1);
    assertThat(services.calls(CONFIRM)).isEmpty();
  }

  @Test
  @DisplayName("B10: Cancel does not end a preparation that somebody else started meanwhile")
  void cancelsNothingThatRuns() {
    idle();
    open("preparing");
    idle();
    awaits().answer(STATUS, 200, OnPremisesServices.ready());

    var call = upgrade("y\ncancel\n");

    assertThat(call.exitCode()).isZero();
    assertThat(call.err()).contains("nothing is cancelled").contains("flexup cancel --env prod");
    assertThat(services.calls(CANCEL)).isEmpty();
  }

  @Test
  @DisplayName("B10: the end of the input decides nothing and says how to come back")
  void leavesEverythingAsItIsAtTheEndOfTheInput() {
    idle();
    awaits();

    var call = upgrade("y\n", "-o", "json");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("Come back with `flexup upgrade --env prod --to 11.9.0`");
    assertThat(call.json().path("state").asText()).isEqualTo("awaiting-confirmation");
    assertThat(services.calls(CONFIRM)).isEmpty();
    assertThat(services.calls(CANCEL)).isEmpty();
  }

  @Test
  @DisplayName("B9: --yes confirms without a question")
  void confirmsWithoutAskingWithYes() {
    idle();
    awaits().answer(STATUS, 200, OnPremisesServices.ready());

    var call = FlexupCall.of(services, "upgrade", "--env", "prod", "--to", "11.9.0", "--yes");

    assertThat(call.exitCode()).isZero();
    assertThat(call.err()).contains("  3. Prepare modules").doesNotContain("OK / Cancel");
    assertThat(services.calls(CONFIRM)).hasSize(1);
  }

  @Test
  @DisplayName("B11: a task that cannot be done is an error, and its reason is shown")
  void endsWithOneWhenASystemModuleIsNotPublished() {
    idle();
    awaits()
        .answer(
            STATUS,
            200,
            OnPremisesServices.status(
                "error",
                0,
                "There was an error preparing your modules.",
                "The system module Console failed to publish."));

    var call = upgrade("y\nok\n");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("The system module Console failed to publish.");
  }

  @Test
  @DisplayName("B9: the platform upgrade itself is asked for first")
  void startsNothingWithoutAYes() {
    idle();

    var call = upgrade("\n");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("Nothing is started.");
    assertThat(services.calls("POST")).isEmpty();
  }

  private void idle() {
    services.answer(ENVIRONMENT, 200, OnPremisesServices.environment());
  }

  private void open(String state) {
    services.answer(ENVIRONMENT, 200, OnPremisesServices.upgrading(state));
  }

  private FakeServices awaits() {
    return services.answer(STATUS, 200, OnPremisesServices.awaiting());
  }

  private FlexupCall upgrade(String typed, String... more) {
    var args = Stream.concat(Stream.of(UPGRADE), Stream.of(more)).toArray(String[]::new);
    return FlexupCall.typing(typed, services, args);
  }

  /** Returns what stays on the screen: a live line is erased by what comes after it. */
  private static List<String> lines(FlexupCall call) {
    return Stream.of(call.err().split("\n"))
        .map(line -> line.substring(Math.max(0, line.lastIndexOf('\r') + 1)))
        .map(line -> line.replace("\u001b[2K", ""))
        .toList();
  }
}
