package io.flexibleupgrades.cli;

import static io.flexibleupgrades.cli.OnPremisesServices.CONFIRM;
import static io.flexibleupgrades.cli.OnPremisesServices.ENVIRONMENT;
import static io.flexibleupgrades.cli.OnPremisesServices.FIRST_STEP;
import static io.flexibleupgrades.cli.OnPremisesServices.START;
import static io.flexibleupgrades.cli.OnPremisesServices.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class AttachedUpgradeIT {
  private static final String SERVICE_CENTER = "Publishing the latest version of Service Center";
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
  @DisplayName("B10: without a terminal and without --yes nothing is confirmed")
  void refusesToConfirmWhereNobodyCanAnswer() {
    open("awaiting-confirmation");
    awaits();

    var call = FlexupCall.of(services, UPGRADE);

    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).contains("awaits confirmation").contains("--yes");
    assertThat(services.calls("POST")).isEmpty();
  }

  @Test
  @DisplayName("B13: starting it again starts nothing, lists the tasks and asks again")
  void asksAgainWhenTheUpgradeAwaitsConfirmation() {
    open("awaiting-confirmation");
    idle();
    awaits();
    awaits().answer(STATUS, 200, OnPremisesServices.ready());

    var call = FlexupCall.typing("ok\n", services, UPGRADE);

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.err())
        .contains("in progress already; nothing new is started")
        .doesNotContain("Start?")
        .contains("  1. " + SERVICE_CENTER);
    assertThat(services.calls(START)).isEmpty();
    assertThat(services.calls(CONFIRM)).hasSize(1);
  }

  @Test
  @DisplayName("B13, B46: starting it again during the preparation follows, through a pause too")
  void followsAPreparationThatIsInProgress() {
    open("preparing");
    idle();
    services
        .answer(STATUS, 200, OnPremisesServices.preparing(1))
        .answer(STATUS, 200, OnPremisesServices.preparing(1))
        .answer(
            STATUS,
            200,
            OnPremisesServices.status("paused", 2, FIRST_STEP, "Paused by ann: the disk is full"))
        .answer(STATUS, 200, OnPremisesServices.ready());

    var call = FlexupCall.of(services, UPGRADE);

    assertThat(call.exitCode()).isZero();
    assertThat(call.err())
        .contains("in progress already")
        .contains("Paused by ann: the disk is full")
        .contains("flexup resume --env prod");
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
}
