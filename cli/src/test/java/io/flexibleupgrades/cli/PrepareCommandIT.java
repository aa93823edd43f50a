package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PrepareCommandIT {
  private static final String ENVIRONMENT = "GET /api/v1/environments/prod";
  private static final String STATUS = "GET /api/v1/environments/prod/status";
  private static final String MODULES = "GET /api/v1/environments/prod/modules";
  private static final String PREPARE = "POST /api/v1/upgrades/u1/prepare";

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
  @DisplayName("B43: prepare follows the second run and shows what became of each module")
  void preparesAgainAndShowsWhatBecameOfEachModule() {
    open("ready-with-errors");
    idle();
    services
        .answer(STATUS, 200, status("ready-with-errors", 7, 1, 2, 1))
        .answer(STATUS, 200, status("ready-with-errors", 7, 1, 2, 1))
        .answer(STATUS, 200, status("preparing", 8, 1, 0, 0))
        .answer(STATUS, 200, status("ready-with-errors", 12, 3, 1, 0))
        .answer(MODULES, 200, modules("failed", "skipped", "failed"))
        .answer(MODULES, 200, modules("prepared", "prepared", "failed"))
        .answer(PREPARE, 202, answer("preparing", true, "3 modules are prepared again."));

    var call = FlexupCall.of(services, "prepare", "--env", "prod", "--reason", "more memory");

    assertThat(call.exitCode()).as(call.err()).isEqualTo(3);
    assertThat(call.err()).contains("3 modules are prepared again.").contains("25%  1 of 4");
    assertThat(call.out())
        .containsPattern("Rates +failed +prepared")
        .containsPattern("Quote +skipped +prepared")
        .containsPattern("Customs +failed +failed")
        .doesNotContain("Core");
    var body = services.calls(PREPARE).getFirst().body();
    assertThat(body.path("reason").asText()).isEqualTo("more memory");
    assertThat(body.has("modules")).isFalse();
  }

  @Test
  @DisplayName("B43: prepare takes names, and its JSON has the status and the modules")
  void preparesTheNamedModules() {
    idle();
    services
        .answer(STATUS, 200, status("ready-with-errors", 7, 1, 2, 1))
        .answer(STATUS, 200, status("ready-with-errors", 7, 1, 2, 1))
        .answer(STATUS, 200, status("ready", 12, 4, 0, 0))
        .answer(MODULES, 200, modules("failed", "skipped", "failed"))
        .answer(MODULES, 200, modules("prepared", "prepared", "failed"))
        .answer(PREPARE, 202, answer("preparing", true, "Rates is prepared again."));

    var call = FlexupCall.of(services, "prepare", "Rates", "Rates", "--env", "prod", "-o", "json");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(services.calls(PREPARE).getFirst().body().path("modules")).hasSize(1);
    assertThat(call.json().path("state").asText()).isEqualTo("ready");
    assertThat(call.json().path("modules"))
        .extracting(module -> module.path("name").asText())
        .containsExactly("Rates", "Quote");
    assertThat(call.json().path("modules").get(0).path("before").asText()).isEqualTo("failed");
  }

  @Test
  @DisplayName("B13: prepare says that nothing is left to do")
  void saysThatNothingIsLeftToPrepare() {
    idle();
    services
        .answer(STATUS, 200, status("ready", 7, 4, 0, 0))
        .answer(MODULES, 200, modules("prepared", "prepared", "prepared"))
        .answer(PREPARE, 200, answer("ready", false, "All modules are prepared."));

    var call = FlexupCall.of(services, "prepare", "--env", "prod");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).isEqualTo("All modules are prepared.\n");
  }

  @Test
  void returnsAtOnceWithNoWait() {
    idle();
    services
        .answer(STATUS, 200, status("ready-with-errors", 7, 1, 2, 1))
        .answer(PREPARE, 202, answer("preparing", true, "3 modules are prepared again."));

    var call = FlexupCall.of(services, "prepare", "--no-wait", "--env", "prod", "-o", "json");

    assertThat(call.exitCode()).isZero();
    assertThat(call.json().path("changed").asBoolean()).isTrue();
    assertThat(services.calls(MODULES)).isEmpty();
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

  private static String status(String state, int sequence, int prepared, int failed, int skipped) {
    return ("{'environment':'prod','upgradeId':'u1','from':'11.8.0','to':'11.9.0','state':'%s',"
            + "'percentage':%d,'total':4,'prepared':%d,'failed':%d,'skipped':%d,'messages':[],"
            + "'asOf':{'sequence':%d,'time':'2026-01-01T00:00:00Z'}}")
        .formatted(state, 25 * (prepared + failed + skipped), prepared, failed, skipped, sequence);
  }

  private static String modules(String rates, String quote, String customs) {
    return ("{'items':[{'name':'Core','state':'prepared'},{'name':'Rates','state':'%s'},"
            + "{'name':'Quote','state':'%s','failedProducers':[]},"
            + "{'name':'Customs','state':'%s'}],'next':null}")
        .formatted(rates, quote, customs);
  }
}
