package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ModuleCommandsIT {
  private static final String CONFIGURATION =
      "/api/v1/environments/prod/modules/Rate%20Cards/configuration";
  private static final String LOCKED =
      "Module Shop cannot be published: ann started the upgrade to 11.9.0 at 10:00, it is 40%"
          + " prepared and ends at about 10:20.";

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
  void changesAndRemovesSettings() {
    services.answer(
        "PUT " + CONFIGURATION,
        200,
        "{'module':'Rate Cards','version':3,'settings':{'url':'a=b'},'changed':true,"
            + "'message':'Rate Cards takes them up when it is published.'}");

    var call =
        FlexupCall.of(services, "configure", "Rate Cards", "url=a=b", "zone=", "--env", "prod");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.err()).contains("takes them up when it is published");
    assertThat(call.out()).containsPattern("url +a=b");
    var body = services.calls("PUT " + CONFIGURATION).getFirst().body();
    assertThat(body.path("settings").path("url").asText()).isEqualTo("a=b");
    assertThat(body.path("settings").path("zone").isNull()).isTrue();
  }

  @Test
  void showsTheSettings() {
    services
        .answer("GET " + CONFIGURATION, 200, "{'module':'Rate Cards','settings':{'url':'x'}}")
        .answer("GET " + CONFIGURATION, 200, "{'module':'Rate Cards','settings':{}}");

    var json = FlexupCall.of(services, "configure", "Rate Cards", "--env", "prod", "-o", "json");
    var table = FlexupCall.of(services, "configure", "Rate Cards", "--env", "prod");

    assertThat(json.json().path("settings").path("url").asText()).isEqualTo("x");
    assertThat(table.exitCode()).isZero();
    assertThat(table.err()).contains("has no settings");
    assertThat(services.calls("PUT")).isEmpty();
  }

  @Test
  void refusesWhatIsNoSettingAsUsage() {
    for (var wrong : new String[] {"url", "=x", " =x"}) {
      var call = FlexupCall.of(services, "configure", "Shop", wrong, "--env", "prod");
      assertThat(call.exitCode()).as(wrong).isEqualTo(2);
      assertThat(call.err()).contains("key=value");
    }
    var twice = FlexupCall.of(services, "configure", "Shop", "a=1", "a=2", "--env", "prod");
    assertThat(twice.exitCode()).isEqualTo(2);
    assertThat(twice.err()).contains("'a' is given twice");
    assertThat(services.calls("PUT")).isEmpty();
  }

  @Test
  @DisplayName("B19, B21: a refused configuration is one sentence too")
  void showsALockedConfigurationAsOneSentence() {
    services.answer(
        "PUT " + CONFIGURATION, 423, FakeServices.problem("configure-locked", "Locked", LOCKED));

    var call = FlexupCall.of(services, "configure", "Rate Cards", "a=1", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).isEqualTo(LOCKED + "\n");
  }

  @Test
  void removesAModule() {
    services.answer(
        "DELETE /api/v1/environments/prod/modules/Shop",
        200,
        "{'module':'Shop','message':'Module Shop is removed.'}");

    var call = FlexupCall.of(services, "remove", "Shop", "--env", "prod");
    var json = FlexupCall.of(services, "remove", "Shop", "--env", "prod", "-o", "json");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).isEqualTo("Module Shop is removed.\n");
    assertThat(json.json().path("module").asText()).isEqualTo("Shop");
    var removal = services.calls("DELETE").getFirst();
    assertThat(removal.path()).endsWith("?requestedBy=tester");
    assertThat(removal.idempotencyKey()).isPresent();
  }

  @Test
  void saysWhoConsumesAModuleThatCannotBeRemoved() {
    services.answer(
        "DELETE /api/v1/environments/prod/modules/Core",
        409,
        FakeServices.problem("module-consumed", "The module is consumed", "Shop consumes Core."));

    var call = FlexupCall.of(services, "remove", "Core", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).isEqualTo("The module is consumed: Shop consumes Core.\n");
  }
}
