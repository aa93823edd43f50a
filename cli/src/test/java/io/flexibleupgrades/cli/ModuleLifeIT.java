package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ModuleLifeIT {
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
  @DisplayName("B44, B33: explain shows settings, staleness, publishes with reasons, all upgrades")
  void explainsWhatAModuleWentThrough() {
    services
        .answer(STATUS, 200, "{'upgradeId':'u2','state':'ready','messages':[]}")
        .answer(
            "GET /api/v1/upgrades/u2/modules/Rates",
            200,
            "{'name':'Rates','kind':'library','state':'prepared','stale':true,"
                + "'settings':[{'key':'url','value':'x'}],'settingsVersion':2,'publishes':["
                + "{'publishId':'p2','at':'?','state':'published','platform':'11.9.0','reused':"
                + "'abc','reason':'Its artifact is the current one.','requestedBy':'ann'},"
                + "{'publishId':'p1','at':'?','state':'failed','platform':'11.8.0','reused':null,"
                + "'reason':'Its source changed.','requestedBy':'bob'}],"
                + "'upgrades':[{'upgradeId':'u2','to':'11.9.1','state':'prepared'},"
                + "{'upgradeId':'u1','to':'11.9.0','state':'failed'}]}");

    var call = FlexupCall.of(services, "explain", "Rates", "--env", "prod");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out())
        .contains("prepared  stale: prepared with a source that is no longer the current one")
        .contains("Settings  version 2\n  url=x\n")
        .contains("published  11.9.0, by ann, artifact reused: Its artifact is the current one.")
        .contains("failed  11.8.0, by bob, compiled: Its source changed.")
        .contains("Upgrades\n  to 11.9.1  prepared\n  to 11.9.0  failed\n");
  }

  @Test
  void explainsNothingBeforeTheFirstUpgrade() {
    services.answer(STATUS, 200, "{'upgradeId':null,'state':'ready','messages':[]}");

    var call = FlexupCall.of(services, "explain", "Rates", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("had no upgrade yet");
  }

  @Test
  void marksStaleModules() {
    services.answer(
        "GET /api/v1/environments/prod/modules",
        200,
        "{'items':[{'name':'Rates','kind':'library','state':'prepared','stale':true},"
            + "{'name':'Core','kind':'library','state':'prepared','stale':false}],'next':null}");

    assertThat(FlexupCall.of(services, "modules", "--env", "prod").out())
        .containsPattern("Rates +library +prepared \\(stale\\) ")
        .containsPattern("Core +library +prepared +-");
  }

  @Test
  @DisplayName("B46: the status of a paused and of a cancelled preparation")
  void showsPausedAndCancelledStatus() {
    services
        .answer(STATUS, 200, status("paused", 0, "Paused by ann: disk full"))
        .answer(STATUS, 200, status("cancelled", 2, "The preparation was cancelled."));

    var paused = FlexupCall.of(services, "status", "--env", "prod");
    var cancelled = FlexupCall.of(services, "status", "--env", "prod");

    assertThat(paused.exitCode()).isZero();
    assertThat(paused.out())
        .contains("Paused by ann: disk full")
        .containsPattern("prod +paused ")
        .doesNotContain("CANCELLED");
    assertThat(cancelled.out())
        .containsPattern("SKIPPED +CANCELLED +EXCLUDED")
        .containsPattern("prod +cancelled +11.8.0 +11.9.0 +50% +4 +1 +1 +0 +2 +0");
    assertThat(FlexupCall.of(services, "status", "--env", "prod", "-o", "json").json())
        .anyMatch(field -> field.asText().equals("cancelled"));
  }

  private static String status(String state, int cancelled, String message) {
    return ("{'environment':'prod','upgradeId':'u1','from':'11.8.0','to':'11.9.0','state':'%s',"
            + "'percentage':50,'total':4,'prepared':1,'failed':1,'skipped':0,'cancelled':%d,"
            + "'excluded':0,'messages':['%s']}")
        .formatted(state, cancelled, message);
  }
}
