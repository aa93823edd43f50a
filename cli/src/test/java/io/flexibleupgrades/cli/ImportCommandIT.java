package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.bundle.Bundle;
import io.flexibleupgrades.cli.bundle.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandIT {
  private static final String REGISTER = "POST /api/v1/environments/prod/modules";
  private static final String ANSWER =
      "{'registered':2,'changed':0,'unchanged':0,'adopted':2,'defects':[]}";

  @TempDir Path factory;
  private FakeServices services;

  @BeforeEach
  void start() throws IOException {
    services = new FakeServices();
    module("Core", "name: Core\nkind: library\n");
    module("Shop", "name: Shop\nkind: application\nproducers: [Core]\n");
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void uploadsSourcesAndRegistersModules() {
    services.answer(REGISTER, 200, ANSWER);

    var call =
        FlexupCall.of(
            services, "import", factory.toString(), "--env", "prod", "--running", "-o", "json");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(call.json().path("registered").asInt()).isEqualTo(2);
    assertThat(services.calls("PUT /api/v1/blobs/sha256/")).hasSize(2);
    var registration = services.calls(REGISTER).getFirst().body();
    assertThat(registration.path("running").asBoolean()).isTrue();
    assertThat(registration.path("complete").asBoolean()).isTrue();
    var shop = module(registration, "Shop");
    assertThat(shop.path("kind").asText()).isEqualTo("application");
    assertThat(shop.path("producers").get(0).asText()).isEqualTo("Core");
    assertThat(shop.path("source").asText()).matches("[0-9a-f]{64}");
    assertThat(shop.path("sourceBytes").asLong()).isEqualTo("class Shop {}".length());
    assertThat(shop.path("defect").isNull()).isTrue();
  }

  @Test
  void uploadsOnlyWhatTheStoreLacks() throws IOException {
    services.answer(REGISTER, 200, ANSWER);
    FlexupCall.of(services, "import", factory.toString(), "--env", "prod");
    Files.writeString(factory.resolve("Core/src/Core.java"), "class Core { int changed; }");

    FlexupCall.of(services, "import", factory.toString(), "--env", "prod");

    assertThat(services.calls("PUT /api/v1/blobs/sha256/")).hasSize(3);
    assertThat(services.calls(REGISTER).getLast().body().path("running").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("B41: bad modules are registered with their defect, and the others imported")
  void importsAllButTheBadModules() throws IOException {
    services.answer(
        REGISTER,
        200,
        "{'registered':5,'changed':0,'unchanged':0,'adopted':0,'defects':"
            + "[{'module':'Shop','defect':'It names the producer Nothing.'}]}");
    module("NoKind", "name: NoKind\n");
    module("Linked", "name: Linked\nkind: library\n");
    Files.createSymbolicLink(factory.resolve("Linked/src/key"), factory.resolve("elsewhere"));
    Files.createDirectories(factory.resolve("NoSource"));
    Files.writeString(factory.resolve("NoSource/module.yaml"), "name: NoSource\nkind: library\n");

    var call = FlexupCall.of(services, "import", factory.toString(), "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    var modules = services.calls(REGISTER).getFirst().body();
    assertThat(names(modules))
        .containsExactlyInAnyOrder("Core", "Shop", "NoKind", "Linked", "NoSource");
    assertThat(module(modules, "Core").path("defect").isNull()).isTrue();
    assertThat(module(modules, "NoKind").path("defect").asText())
        .contains("NoKind/module.yaml: The key 'kind' is missing.");
    assertThat(module(modules, "Linked").path("defect").asText())
        .contains("Linked/src/key: It is a link");
    assertThat(module(modules, "NoSource").path("defect").asText())
        .contains("NoSource/src: The folder is missing.");
    assertThat(module(modules, "NoSource").path("source").isNull()).isTrue();
    assertThat(call.err())
        .contains("Modules with a defect: 4")
        .contains("It names the producer Nothing.")
        .contains("Add a line `kind: application`.");
  }

  @Test
  @DisplayName("B41: a bundle that the store refuses is the defect of its module")
  void registersARefusedBundleAsADefect() throws IOException {
    services.answer(REGISTER, 200, ANSWER);
    module("Bomb", "name: Bomb\nkind: library\n");
    var digest =
        Bundle.write(
                SourceTree.of(factory.resolve("Bomb/src")).files(),
                factory.resolve("Bomb/bundle.zip"))
            .digest();
    services.answer(
        "PUT /api/v1/blobs/sha256/" + digest,
        422,
        FakeServices.problem("hostile-bundle", "Hostile bundle", "Entry a breaks case-clash."));

    var call = FlexupCall.of(services, "import", factory.toString(), "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(module(services.calls(REGISTER).getFirst().body(), "Bomb").path("defect").asText())
        .contains("Entry a breaks case-clash.");
  }

  @Test
  void registersInSeveralCallsAndCompletesWithTheLast() throws IOException {
    services.answer(REGISTER, 200, ANSWER);
    for (int i = 0; i < 600; i++) {
      module("M" + i, "name: M%d\nkind: library\n".formatted(i));
    }

    var call = FlexupCall.of(services, "import", factory.toString(), "--env", "prod");

    assertThat(call.exitCode()).isZero();
    assertThat(services.calls(REGISTER))
        .extracting(
            c -> c.body().path("modules").size(), c -> c.body().path("complete").asBoolean())
        .containsExactly(tuple(500, false), tuple(102, true));
  }

  @Test
  void stopsWhenTheStoreIsFull() {
    for (var module : new String[] {"Core", "Shop"}) {
      var bundle =
          Bundle.write(
              SourceTree.of(factory.resolve(module + "/src")).files(),
              factory.resolve(module + ".zip"));
      services.answer(
          "PUT /api/v1/blobs/sha256/" + bundle.digest(),
          507,
          FakeServices.problem("store-full", "Store full", "Make room and import again."));
    }

    var call = FlexupCall.of(services, "import", factory.toString(), "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("Store full: Make room and import again.");
    assertThat(services.calls(REGISTER)).isEmpty();
  }

  @Test
  void saysWhichEnvironmentIsUnknown() {
    services.answer(
        REGISTER,
        404,
        FakeServices.problem(
            "environment-not-found", "Environment not found", "There is no \u001b[2Jprod."));

    var call = FlexupCall.of(services, "import", factory.toString(), "--env", "prod");

    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("Environment not found: There is no [2Jprod.");
  }

  @Test
  void repeatsACallWhoseConnectionBrokeWithTheSameKey() {
    services.answer(REGISTER, 200, ANSWER).dropConnections(2);

    var call = FlexupCall.of(services, "import", factory.toString(), "--env", "prod");

    assertThat(call.exitCode()).as(call.err()).isZero();
    assertThat(services.calls(REGISTER)).hasSize(3);
    assertThat(
            services.calls(REGISTER).stream()
                .map(c -> c.idempotencyKey().orElseThrow())
                .collect(Collectors.toSet()))
        .hasSize(1);
  }

  private void module(String name, String yaml) throws IOException {
    var source = Files.createDirectories(factory.resolve(name).resolve("src"));
    Files.writeString(factory.resolve(name).resolve("module.yaml"), yaml);
    Files.writeString(source.resolve(name + ".java"), "class " + name + " {}");
  }

  private static JsonNode module(JsonNode registration, String name) {
    return registration
        .path("modules")
        .valueStream()
        .filter(module -> module.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(JsonNode registration) {
    return registration
        .path("modules")
        .valueStream()
        .map(module -> module.path("name").asText())
        .toList();
  }
}
