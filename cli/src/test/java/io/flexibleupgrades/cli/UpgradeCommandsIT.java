package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class UpgradeCommandsIT {
  private static final String ID = "0f4c5e0e-1111-4c4c-8a8a-000000000001";
  private static final String START = "POST /api/v1/environments/prod/upgrades";
  private static final String STATUS = "GET /api/v1/environments/prod/status";

  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services =
        new FakeServices()
            .answer("GET /api/v1/environments/prod", 200, environment("cloud"))
            .answer(
                START,
                202,
                "{'upgradeId':'%s','environment':'prod','from':'11.8.0','to':'11.9.0','state':'upgrading'}"
                    .formatted(ID));
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void followsTheUpgradeToItsEnd() {
    services
        .answer(STATUS, 200, status("null", "ready", 100, 0, 0, 0))
        .answer(STATUS, 200, status("'" + ID + "'", "upgrading", 0, 0, 0, 0))
        .answer(STATUS, 200, status("'" + ID + "'", "preparing", 50, 2, 0, 0))
        .answer(STATUS, 200, status("'" + ID + "'", "ready", 100, 4, 0, 0));

    var call =
        FlexupCall.of(
            services, "upgrade", "--env", "prod", "--to", "11.9.0", "--yes", "-o", "json");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.json().path("state").asText()).isEqualTo("ready");
    assertThat(call.err()).contains("50%  2 of 4 modules").contains("message of ready");
    var start = services.calls(START).getFirst();
    assertThat(start.body().path("to").asText()).isEqualTo("11.9.0");
    assertThat(start.body().path("requestedBy").asText()).isEqualTo("tester");
    assertThat(start.idempotencyKey()).isPresent();
  }

  @Test
  @DisplayName("B30: an end with failed or skipped modules is exit code 3")
  void endsWithThreeWhenModulesFailed() {
    services.answer(STATUS, 200, status("'" + ID + "'", "ready-with-errors", 100, 2, 1, 1));

    var call = FlexupCall.of(services, "upgrade", "--env", "prod", "--to", "11.9.0", "--yes");

    assertThat(call.exitCode()).isEqualTo(3);
    assertThat(call.err()).contains("4 of 4 modules · 1 failed · 1 skipped");
    assertThat(FlexupCall.of(services, "wait", "--env", "prod").exitCode()).isEqualTo(3);
  }

  @Test
  void startsNothingWithoutATerminalAndWithoutYes() {
    var call = FlexupCall.of(services, "upgrade", "--env", "prod", "--to", "11.9.0");

    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).contains("--yes");
    assertThat(services.calls(START)).isEmpty();
  }

  @Test
  void listsWhatWillHappenAndStartsNothingBeforeTheAnswer() {
    var call = FlexupCall.typing("n\n", services, "upgrade", "--env", "prod", "--to", "11.9.0");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err())
        .contains("prod (cloud, edition enterprise) on platform 11.8.0 is upgraded to 11.9.0")
        .contains("1. The platform is upgraded.")
        .contains("2. Its 4 modules are prepared")
        .contains("Nothing is started.");
    assertThat(services.calls(START)).isEmpty();
  }

  @Test
  void startsAfterAYes() {
    services.answer(STATUS, 200, status("'" + ID + "'", "ready", 100, 4, 0, 0));

    var call = FlexupCall.typing("Yes\n", services, "upgrade", "--env", "prod", "--to", "11.9.0");

    assertThat(call.exitCode()).isZero();
    assertThat(services.calls(START)).hasSize(1);
  }

  @Test
  void showsARefusalAsASentence() throws IOException {
    try (var refusing = new FakeServices()) {
      refusing
          .answer("GET /api/v1/environments/prod", 200, environment("cloud"))
          .answer(
              START,
              422,
              FakeServices.problem("not-eligible", "Not eligible", "Edition free has no upgrade."));

      var call = FlexupCall.of(refusing, "upgrade", "--env", "prod", "--to", "11.9.0", "--yes");

      assertThat(call.exitCode()).isEqualTo(1);
      assertThat(call.err()).isEqualTo("Not eligible: Edition free has no upgrade.\n");
    }
  }

  @Test
  void timesOutWithFour() {
    services.answer(STATUS, 200, status("'" + ID + "'", "preparing", 50, 2, 0, 0));

    var call = FlexupCall.of(services, "wait", "--env", "prod", "--timeout", "10ms");

    assertThat(call.exitCode()).isEqualTo(4);
    assertThat(call.err()).contains("has not ended within 10ms");
  }

  @Test
  void waitsForTheUpgradeThatTheOrchestratorKnows() throws IOException {
    try (var behind = new FakeServices()) {
      behind
          .answer(
              "GET /api/v1/environments/prod",
              200,
              "{'name':'prod','upgrade':{'id':'%s','state':'preparing'}}".formatted(ID))
          .answer("GET /api/v1/environments/prod", 200, environment("cloud"))
          .answer(STATUS, 503, FakeServices.problem("views-unavailable", "Unavailable", "Soon."))
          .answer(STATUS, 200, status("'earlier'", "ready", 100, 4, 0, 0))
          .answer(STATUS, 200, status("'" + ID + "'", "ready-with-errors", 100, 3, 1, 0));

      assertThat(FlexupCall.of(behind, "wait", "--env", "prod").exitCode()).isEqualTo(3);
    }
  }

  @Test
  @DisplayName("B43: an upgrade that is prepared again has not ended, whatever is still shown")
  void waitsForTheEndOfAnUpgradeThatGoesOn() throws IOException {
    var open = "{'name':'prod','upgrade':{'id':'%s','state':'preparing'}}".formatted(ID);
    try (var behind = new FakeServices()) {
      behind
          .answer("GET /api/v1/environments/prod", 200, open)
          .answer("GET /api/v1/environments/prod", 200, open)
          .answer("GET /api/v1/environments/prod", 200, environment("cloud"))
          .answer(STATUS, 200, status("'" + ID + "'", "ready-with-errors", 100, 3, 1, 0))
          .answer(STATUS, 200, status("'" + ID + "'", "preparing", 75, 3, 0, 0))
          .answer(STATUS, 200, status("'" + ID + "'", "ready", 100, 4, 0, 0));

      assertThat(FlexupCall.of(behind, "wait", "--env", "prod").exitCode()).isZero();
    }
  }

  @Test
  @DisplayName("B9, B46: wait says once how an upgrade goes on that stands still")
  void waitsThroughStandstillsAndSaysHowTheyEnd() {
    var id = "'" + ID + "'";
    services
        .answer(STATUS, 200, status(id, "awaiting-confirmation", 0, 0, 0, 0))
        .answer(STATUS, 200, status(id, "awaiting-confirmation", 0, 0, 0, 0))
        .answer(STATUS, 200, status(id, "preparing", 0, 0, 0, 0))
        .answer(STATUS, 200, status(id, "paused", 25, 1, 0, 0))
        .answer(STATUS, 200, status(id, "paused", 25, 1, 0, 0))
        .answer(STATUS, 200, status(id, "ready", 100, 4, 0, 0));

    var call = FlexupCall.of(services, "wait", "--env", "prod");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .containsOnlyOnce("`flexup upgrade --env prod --to 11.9.0`")
        .containsOnlyOnce("`flexup resume --env prod`");
  }

  private static String environment(String kind) {
    return ("{'name':'prod','kind':'%s','edition':'enterprise','platform':{'version':'11.8.0'},"
            + "'modules':4,'upgrade':null}")
        .formatted(kind);
  }

  private static String status(
      String id, String state, int percentage, int prepared, int failed, int skipped) {
    return ("{'environment':'prod','upgradeId':%s,'from':'11.8.0','to':'11.9.0','state':'%s',"
            + "'percentage':%d,'total':4,'prepared':%d,'failed':%d,'skipped':%d,'excluded':0,"
            + "'messages':['message of %s'],'asOf':{'sequence':7,'time':'2026-01-01T00:00:00Z'}}")
        .formatted(id, state, percentage, prepared, failed, skipped, state);
  }
}
