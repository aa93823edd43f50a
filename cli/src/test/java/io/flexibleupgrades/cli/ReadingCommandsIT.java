package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ReadingCommandsIT {
  private static final String MODULES = "GET /api/v1/environments/prod/modules";
  private static final String DIAGNOSTICS =
      "[{'kind':'error','code':'compiler.err.cant.resolve','file':'rates/Card.java','line':12,"
          + "'column':5,'message':'cannot find symbol\\n  symbol: method filterBy','sourceLine':"
          + "'    query.filterBy(zone);'}]";

  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services =
        new FakeServices()
            .answer(
                "GET /api/v1/environments/prod/status",
                200,
                "{'environment':'prod','upgradeId':'u1','from':'11.8.0','to':'11.9.0',"
                    + "'state':'ready-with-errors','percentage':100,'total':3,'prepared':1,"
                    + "'failed':1,'skipped':1,'excluded':0,'messages':["
                    + "'There were errors preparing some modules.'],"
                    + "'asOf':{'sequence':9,'time':'2026-01-01T00:00:00Z'}}");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void showsTheStatusAsTableAndAsTheWholeAnswer() {
    var table = FlexupCall.of(services, "status", "--env", "prod");
    var json = FlexupCall.of(services, "status", "--env", "prod", "-o", "json");

    assertThat(table.exitCode()).isZero();
    assertThat(table.out())
        .contains("There were errors preparing some modules.")
        .containsPattern("prod +ready-with-errors +11.8.0 +11.9.0 +100% +3 +1 +1 +1 +0");
    assertThat(json.exitCode()).isZero();
    assertThat(json.json().path("asOf").path("sequence").asInt()).isEqualTo(9);
    assertThat(json.err()).isEmpty();
  }

  @Test
  void listsTheModulesOfAllPages() {
    services
        .answer(
            MODULES, 200, "{'items':[%s],'next':'c/2'}".formatted(module("Rates", "failed", "")))
        .answer(
            MODULES,
            200,
            "{'items':[%s],'next':null}".formatted(module("Quote", "skipped", "'Rates'")));

    var call = FlexupCall.of(services, "modules", "--env", "prod", "-o", "json");

    assertThat(call.exitCode()).isZero();
    assertThat(call.json()).hasSize(2);
    assertThat(call.json().get(1).path("failedProducers").get(0).asText()).isEqualTo("Rates");
    assertThat(services.calls(MODULES).getLast().path()).contains("cursor=c%2F2");
  }

  @Test
  void showsBecauseOfWhatAModuleIsSkipped() {
    services.answer(
        MODULES,
        200,
        "{'items':[%s],'next':null}".formatted(module("Quote", "skipped", "'Rates'")));

    var call = FlexupCall.of(services, "modules", "--env", "prod", "--state", "skipped");

    assertThat(call.out()).containsPattern("Quote +library +skipped +11.8.0 +- +0 +Rates");
    assertThat(services.calls(MODULES).getFirst().path()).contains("state=skipped");
  }

  @Test
  void printsAnEmptyArrayWhenThereIsNoModule() {
    services.answer(MODULES, 200, "{'items':[],'next':null}");

    assertThat(FlexupCall.of(services, "modules", "--env", "prod", "-o", "json").out())
        .isEqualTo("[]\n");
    assertThat(FlexupCall.of(services, "modules", "--env", "prod").err())
        .contains("no such module");
  }

  @Test
  void listsFailedModulesWithTheirFirstDiagnostics() {
    services.answer(
        "GET /api/v1/upgrades/u1/errors",
        200,
        "{'items':[{'module':'Rates','kind':'compile','heldBack':5,'diagnostics':%s,'log':'',"
                .formatted(DIAGNOSTICS)
            + "'attempts':1,'failedAt':'2026-01-01T00:00:00Z'}],'next':null}");

    var table = FlexupCall.of(services, "errors", "--env", "prod");
    var json = FlexupCall.of(services, "errors", "--env", "prod", "-o", "json");

    assertThat(table.exitCode()).isZero();
    assertThat(table.out())
        .contains("Rates  compile  holds back 5 modules")
        .contains("rates/Card.java:12: error: cannot find symbol; symbol: method filterBy");
    assertThat(json.json().get(0).path("heldBack").asInt()).isEqualTo(5);
  }

  @Test
  void explainsAFailureWithTheSourceLineAndACaret() {
    services.answer(
        "GET /api/v1/upgrades/u1/modules/Rate%20Cards",
        200,
        "{'name':'Rate Cards','kind':'library','state':'failed','producers':['Core'],'attempts':1,"
            + "'warnings':0,'diagnostics':%s,'paths':[],'consumers':['Quote'],"
                .formatted(DIAGNOSTICS)
            + "'history':[{'time':'2026-01-01T00:00:00Z','event':'failed','detail':'compile'}]}");

    var call = FlexupCall.of(services, "explain", "Rate Cards", "--env", "prod");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out())
        .contains("Rate Cards  library  failed")
        .contains("rates/Card.java:12: error: cannot find symbol")
        .contains("symbol: method filterBy")
        .contains("          query.filterBy(zone);\n          ^")
        .contains("consumers    Quote");
  }

  @Test
  @DisplayName("B38: a skipped module shows its failed producers and a path to each")
  void explainsASkipWithThePathsToTheFailedProducers() {
    services.answer(
        "GET /api/v1/upgrades/u1/modules/Shop",
        200,
        "{'name':'Shop','kind':'application','state':'skipped','producers':['Quote'],"
            + "'failedProducers':['Rates'],'diagnostics':[],'paths':[{'failedProducer':'Rates',"
            + "'path':['Shop','Quote','Rates']}],'consumers':[],'history':[]}");

    assertThat(FlexupCall.of(services, "explain", "Shop", "--env", "prod").out())
        .contains("Rates  (Shop → Quote → Rates)");
  }

  @Test
  void saysThatAModuleIsUnknown() {
    var call = FlexupCall.of(services, "explain", "Ghost", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("no module 'Ghost'").contains("flexup modules --env prod");
  }

  @Test
  @DisplayName("B33: the history has every upgrade with versions, times, status and counts")
  void listsTheUpgrades() {
    services.answer(
        "GET /api/v1/environments/prod/upgrades",
        200,
        "{'items':[{'upgradeId':'u1','from':'11.8.0','to':'11.9.0','state':'ready-with-errors',"
            + "'startedAt':'2026-01-01T00:00:00Z','endedAt':'2026-01-01T00:01:05Z','total':3,"
            + "'prepared':1,'failed':1,'skipped':1,'excluded':0}],'next':null}");

    var call = FlexupCall.of(services, "history", "--env", "prod");

    assertThat(call.out())
        .containsPattern("11.8.0 +11.9.0 +ready-with-errors +.* +0:01:05 +3 +1 +1 +1");
  }

  private static String module(String name, String state, String failedProducers) {
    return ("{'name':'%s','kind':'library','state':'%s','producers':[],"
            + "'failedProducers':[%s],'runningVersion':'11.8.0','preparedVersion':null,"
            + "'excludedReason':null,'warnings':0}")
        .formatted(name, state, failedProducers);
  }
}
