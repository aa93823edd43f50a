package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class PublishCommandIT {
  private static final String PUBLISHES = "POST /api/v1/environments/prod/publishes";
  private static final String PUBLISH = "GET /api/v1/publishes/p1";
  private static final String LOCKED =
      "Module Shop cannot be published: ann started the upgrade to 11.9.0 at 10:00, it is 40%"
          + " prepared and ends at about 10:20.";

  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services =
        new FakeServices()
            .answer(
                PUBLISHES,
                202,
                "{'publishId':'p1','environment':'prod','platform':'11.9.0','modules':["
                    + "{'module':'Core','reused':'abc','reason':'Its artifact is the current"
                    + " one.'},{'module':'Shop','reused':null,'reason':'Nobody consumes it.'}]}");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  @DisplayName("B44: publish follows to the end and says why each module was reused or compiled")
  void publishesAndSaysWhatBecameOfEachModule() {
    services
        .answer(PUBLISH, 404, FakeServices.problem("publish-not-found", "Unknown publish", "Soon."))
        .answer(PUBLISH, 200, publish("running", "published", "compiling"))
        .answer(PUBLISH, 200, publish("ended", "published", "published"));

    var call = FlexupCall.of(services, "publish", "Core", "Shop", "Core", "--env", "prod");
    var json = FlexupCall.of(services, "publish", "Core", "Shop", "--env", "prod", "-o", "json");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.err()).contains("66%  2 of 3 modules").contains("100%  3 of 3 modules");
    assertThat(call.out())
        .contains("2 modules published, 0 modules failed and 0 modules skipped.")
        .containsPattern("Core +published +reused +Its artifact is the current one.")
        .containsPattern("Shop +published +compiled +Nobody consumes it.")
        .containsPattern("Base +compiled, not published +compiled +Its artifact is corrupt.");
    assertThat(json.json().path("publishId").asText()).isEqualTo("p1");
    var body = services.calls(PUBLISHES).getFirst().body();
    assertThat(body.path("modules")).hasSize(2);
    assertThat(body.path("requestedBy").asText()).isEqualTo("tester");
  }

  @Test
  @DisplayName("B42, B44: a publish with failed or skipped modules is exit code 3")
  void showsTheFirstDiagnosticsOfWhatFailed() {
    services.answer(PUBLISH, 200, publish("ended", "failed", "skipped"));

    var call = FlexupCall.of(services, "publish", "Core", "Shop", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(3);
    assertThat(call.out())
        .contains("0 modules published, 1 modules failed and 1 modules skipped.")
        .containsPattern("Shop +skipped +- +failed: Core")
        .contains("Core  compile\n  Core.java:3: error: cannot find symbol; symbol: class Gone");
    assertThat(call.err()).contains("· 1 failed · 1 skipped");
  }

  @Test
  @DisplayName("B19, B21: a refused publish is one sentence and exit code 1")
  void showsALockAsOneSentence() throws IOException {
    try (var locked = new FakeServices()) {
      locked.answer(
          PUBLISHES, 423, FakeServices.problem("publish-locked", "Publishing is locked", LOCKED));

      var call = FlexupCall.of(locked, "publish", "Shop", "--env", "prod", "-o", "json");

      assertThat(call.exitCode()).isEqualTo(1);
      assertThat(call.err()).isEqualTo(LOCKED + "\n");
      assertThat(call.out()).isEmpty();
    }
  }

  @Test
  void saysWhatWillBeDoneWithNoWait() {
    var call = FlexupCall.of(services, "publish", "Core", "Shop", "--no-wait", "--env", "prod");
    var json =
        FlexupCall.of(services, "publish", "Shop", "--no-wait", "--env", "prod", "-o", "json");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out())
        .contains("Publish p1 is started.")
        .containsPattern("Core +is reused +Its artifact is the current one.")
        .containsPattern("Shop +is compiled +Nobody consumes it.");
    assertThat(json.json().path("modules")).hasSize(2);
    assertThat(services.calls("GET /api/v1/publishes")).isEmpty();
  }

  @Test
  void refusesAPublishOfNothingAsUsage() {
    assertThat(FlexupCall.of(services, "publish", "--env", "prod").exitCode()).isEqualTo(2);
    var malformed = FlexupCall.of(services, "publish", "Core", "a/b", "--env", "prod");
    assertThat(malformed.exitCode()).isEqualTo(2);
    assertThat(malformed.err()).contains("A module's name must have no").contains("a/b");
    assertThat(services.calls("POST")).isEmpty();
  }

  private static String publish(String state, String core, String shop) {
    int failed = core.equals("failed") ? 1 : 0;
    int skipped = shop.equals("skipped") ? 1 : 0;
    return ("{'publishId':'p1','environment':'prod','platform':'11.9.0','state':'%s',"
            + "'published':%d,'failed':%d,'skipped':%d,'modules':["
            + "{'name':'Core','deployed':true,'state':'%s','reused':'abc','reason':'Its artifact is"
            + " the current one.','failedProducers':[],'failureKind':'compile','diagnostics':"
            + "[{'kind':'error','file':'Core.java','line':3,'message':'cannot find symbol\\n"
            + "  symbol: class Gone'}]},"
            + "{'name':'Shop','deployed':true,'state':'%s','reused':null,"
            + "'reason':'Nobody consumes it.','failedProducers':[%s]},"
            + "{'name':'Base','deployed':false,'state':'compiled','reused':null,"
            + "'reason':'Its artifact is corrupt.'}]}")
        .formatted(
            state, 2 - failed - skipped, failed, skipped, core, shop, skipped == 1 ? "'Core'" : "");
  }
}
