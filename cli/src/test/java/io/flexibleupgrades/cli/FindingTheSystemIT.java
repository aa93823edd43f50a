package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindingTheSystemIT {
  private static final String STATUS =
      "{'environment':'prod','upgradeId':null,'state':'ready','percentage':100,'total':0,"
          + "'messages':[]}";

  @TempDir Path home;
  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services =
        new FakeServices()
            .answer("GET /api/v1/environments/prod/status", 200, STATUS)
            .answer("GET /api/v1/environments", 200, "{'items':['test','prod']}");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void asksTheServerThatTheOptionNames() {
    var call =
        FlexupCall.of(
            Map.of("FLEXUP_SERVER", "http://127.0.0.1:1"),
            home,
            "status",
            "--env",
            "prod",
            "--server",
            services.address() + "/");

    assertThat(call.exitCode()).isZero();
    assertThat(services.calls("GET /api/v1/endpoints")).hasSize(1);
  }

  @Test
  void readsTheAddressesOfTheDataFolder() throws IOException {
    var data = Files.createDirectories(home.resolve("data"));
    Files.writeString(data.resolve("endpoints.json"), services.endpoints().replace('\'', '"'));
    var fallback = Files.createDirectories(home.resolve(".flexup"));
    Files.copy(data.resolve("endpoints.json"), fallback.resolve("endpoints.json"));

    assertThat(
            FlexupCall.of(Map.of(), home, "status", "--env", "prod", "--data", data.toString())
                .exitCode())
        .isZero();
    assertThat(
            FlexupCall.of(Map.of("FLEXUP_DATA", data.toString()), home, "status", "--env", "prod")
                .exitCode())
        .isZero();
    assertThat(FlexupCall.of(Map.of(), home, "status", "--env", "prod").exitCode()).isZero();
  }

  @Test
  void saysHowToStartASystemThatDoesNotRun() {
    var call = FlexupCall.of(Map.of(), home, "status", "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err())
        .contains("not running on the data folder " + home.resolve(".flexup"))
        .contains("flexup up");
    assertThat(call.out()).isEmpty();
  }

  @Test
  void saysWhichServiceDoesNotAnswer() {
    var call =
        FlexupCall.of(Map.of("FLEXUP_SERVER", "http://127.0.0.1:1"), home, "status", "--env", "x");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("Service Center").contains("http://127.0.0.1:1");
  }

  @Test
  void saysThatAServerIsNoServiceCenter() throws IOException {
    try (var other = new FakeServices()) {
      other.answer("GET /api/v1/environments/x/status", 200, "{}");
      var call =
          FlexupCall.of(
              Map.of(), home, "status", "--env", "x", "--server", other.address() + "/elsewhere");

      assertThat(call.exitCode()).isEqualTo(1);
      assertThat(call.err()).contains("Not found");
    }
  }

  @Test
  void saysThatAFileOfAddressesIsBroken() throws IOException {
    Files.createDirectories(home.resolve(".flexup"));
    Files.writeString(home.resolve(".flexup/endpoints.json"), "{\"store\":\"gopher://x\"}");

    var call = FlexupCall.of(Map.of(), home, "status", "--env", "x");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("endpoints.json").contains("flexup up");
  }

  @Test
  void listsTheEnvironmentsWhenNoneIsNamed() {
    var call = FlexupCall.of(services, "status");

    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).contains("--env NAME").contains("Environments: prod, test.");
  }

  @Test
  void refusesAWrongCallAsUsage() {
    assertThat(FlexupCall.of(Map.of(), home).exitCode()).isEqualTo(2);
    assertThat(FlexupCall.of(Map.of(), home, "platform").exitCode()).isEqualTo(2);
    assertThat(FlexupCall.of(Map.of(), home, "stat").err()).contains("status");
    var version = FlexupCall.of(Map.of(), home, "upgrade", "--env", "prod", "--to", "newest");
    assertThat(version.exitCode()).isEqualTo(2);
    assertThat(version.err()).contains("such as 11.9.0, not 'newest'");
    assertThat(FlexupCall.of(services, "modules", "--env", "prod", "--state", "new").exitCode())
        .isEqualTo(2);
  }

  @Test
  void showsHelpOnTheOutput() {
    var help = FlexupCall.of(Map.of(), home, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("demo").contains("platform").contains("history");
  }

  @Test
  void saysThatNothingRuns() {
    var call = FlexupCall.of(Map.of(), home, "down", "--data", home.resolve("none").toString());

    assertThat(call.exitCode()).isZero();
    assertThat(call.err()).contains("Nothing is running");
  }
}
