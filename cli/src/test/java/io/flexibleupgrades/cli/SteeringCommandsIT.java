package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class SteeringCommandsIT {
  private static final String ENVIRONMENT = "GET /api/v1/environments/prod";
  private static final String STATUS = "GET /api/v1/environments/prod/status";

  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services = new FakeServices();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  @DisplayName("B46: pause takes a reason and acts on the open upgrade")
  void pausesTheOpenUpgrade() {
    open("preparing");
    services.answer(
        "POST /api/v1/upgrades/u1/pause",
        202,
        answer("paused", true, "The preparation is paused."));

    var call = FlexupCall.of(services, "pause", "--env", "prod", "--reason", "disk full");
    var json =
        FlexupCall.of(services, "pause", "--env", "prod", "--reason", "disk full", "-o", "json");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.out()).isEqualTo("The preparation is paused.\n");
    assertThat(json.json().path("state").asText()).isEqualTo("paused");
    var body = services.calls("POST").getFirst().body();
    assertThat(body.path("reason").asText()).isEqualTo("disk full");
    assertThat(body.path("requestedBy").asText()).isEqualTo("tester");
    assertThat(services.calls(STATUS)).isEmpty();
  }

  @Test
  @DisplayName("B46: a pause without a reason is wrong usage")
  void refusesAPauseWithoutAReason() {
    assertThat(FlexupCall.of(services, "pause", "--env", "prod").exitCode()).isEqualTo(2);
    open("preparing");
    assertThat(FlexupCall.of(services, "pause", "--env", "prod", "--reason", " ").exitCode())
        .isEqualTo(2);
    assertThat(services.calls("POST")).isEmpty();
  }

  @Test
  @DisplayName("B46: resume goes on, and cancel passes on its reason")
  void resumesAndCancelsTheLatestUpgrade() {
    open("paused");
    services
        .answer("POST /api/v1/upgrades/u1/resume", 200, answer("preparing", false, "It goes on."))
        .answer("POST /api/v1/upgrades/u1/cancel", 202, answer("cancelled", true, "Cancelled."));

    assertThat(FlexupCall.of(services, "resume", "--env", "prod").out()).isEqualTo("It goes on.\n");
    assertThat(FlexupCall.of(services, "cancel", "--env", "prod", "--reason", "wrong bits").out())
        .isEqualTo("Cancelled.\n");
    assertThat(FlexupCall.of(services, "cancel", "--env", "prod").exitCode()).isZero();
    var cancels = services.calls("POST /api/v1/upgrades/u1/cancel");
    assertThat(cancels.getFirst().body().path("reason").asText()).isEqualTo("wrong bits");
    assertThat(cancels.getLast().body().has("reason")).isFalse();
  }

  @Test
  void saysThatThereWasNoUpgrade() {
    idle();
    services.answer(STATUS, 200, "{'upgradeId':null,'state':'ready','messages':[]}");

    var call = FlexupCall.of(services, "resume", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("had no upgrade yet").contains("flexup upgrade --env prod");
  }

  @Test
  void showsARefusalOfTheLatestUpgradeAsASentence() {
    idle();
    services
        .answer(STATUS, 200, "{'upgradeId':'u1','state':'ready','messages':[]}")
        .answer(
            "POST /api/v1/upgrades/u1/resume",
            409,
            FakeServices.problem("upgrade-ended", "The upgrade has ended", "Nothing is paused."));

    var call = FlexupCall.of(services, "resume", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).isEqualTo("The upgrade has ended: Nothing is paused.\n");
  }

  private void open(String state) {
    services.answer(
        ENVIRONMENT, 200, "{'name':'prod','upgrade':{'id':'u1','state':'%s'}}".formatted(state));
  }

  private void idle() {
    services.answer(ENVIRONMENT, 200, "{'name':'prod','upgrade':null}");
  }

  private static String answer(String state, boolean changed, String message) {
    return "{'upgradeId':'u1','environment':'prod','state':'%s','changed':%s,'message':'%s'}"
        .formatted(state, changed, message);
  }
}
