package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PushAndCreateIT {
  private static final String PLATFORM = "/api/v1/platforms/11.9.0";

  @TempDir Path folder;
  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services = new FakeServices().answer("PUT " + PLATFORM, 201, "{}");
    Files.writeString(folder.resolve("platform.yaml"), "version: 11.9.0\nrelease: 21\n");
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/a.jar"), "jar");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  @DisplayName("B6: a push says whether the version has other bits than before")
  void tellsNewSameAndReplacedApart() throws IOException {
    var first = FlexupCall.of(services, "platform", "push", folder.toString(), "-o", "json");
    var digest = first.json().path("digest").asText();
    services.answer("GET " + PLATFORM, 200, "{'digest':'%s'}".formatted(digest));
    var second = FlexupCall.of(services, "platform", "push", folder.toString(), "-o", "json");
    Files.writeString(folder.resolve("lib/a.jar"), "other");
    var third = FlexupCall.of(services, "platform", "push", folder.toString());

    assertThat(first.json().path("outcome").asText()).isEqualTo("new");
    assertThat(second.json().path("outcome").asText()).isEqualTo("same");
    assertThat(third.out()).contains("is replaced");
    assertThat(services.calls("PUT " + PLATFORM)).hasSize(3);
  }

  @Test
  void createsAnEnvironment() {
    services.answer("PUT /api/v1/environments/prod", 201, "{'name':'prod'}");

    var call = create("--kind", "on-premises", "--lock", "module");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out()).contains("prod").contains("is created");
    var body = services.calls("PUT /api/v1/environments/prod").getFirst().body();
    assertThat(body.path("kind").asText()).isEqualTo("on-premises");
    assertThat(body.path("edition").asText()).isEqualTo("enterprise");
    assertThat(body.path("platform").asText()).isEqualTo("11.8.0");
    assertThat(body.path("lock").asText()).isEqualTo("module");
  }

  @Test
  void saysHowToPushAPlatformThatIsMissing() {
    services.answer(
        "PUT /api/v1/environments/prod",
        422,
        FakeServices.problem(
            "platform-not-pushed", "Platform not pushed", "Push it: flexup platform push DIR."));

    var call = create("--kind", "cloud");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("Platform not pushed: Push it: flexup platform push DIR.");
  }

  @Test
  void refusesAnUnknownKindAsUsage() {
    var call = create("--kind", "hybrid");

    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.err()).contains("'hybrid' is none of: cloud, on-premises.");
  }

  private FlexupCall create(String... options) {
    var args = new ArrayList<>(List.of("environment", "create", "prod"));
    args.addAll(List.of("--edition", "enterprise", "--platform", "11.8.0"));
    args.addAll(List.of(options));
    return FlexupCall.of(services, args.toArray(String[]::new));
  }
}
