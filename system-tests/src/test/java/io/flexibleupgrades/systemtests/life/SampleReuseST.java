package io.flexibleupgrades.systemtests.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.flexibleupgrades.systemtests.running.CompileCounter;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.Function;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** What publishes reuse after the sample factory was prepared, counted at the compilers. */
@TestMethodOrder(OrderAnnotation.class)
@TestInstance(Lifecycle.PER_CLASS)
class SampleReuseST {
  private static final String LEAF = "DriverApp";
  private static final String PRODUCER = "CoreMoney";
  private static final String OTHER_PRODUCER = "CoreTypes";

  private final RunningSystem system = RunningSystem.start("reuse", 1, Map.of());

  @BeforeAll
  void prepareTheSampleFactory() {
    var cli = system.cli();
    cli.succeed(
        "environment",
        "create",
        "reuse",
        "--kind",
        "cloud",
        "--edition",
        "enterprise",
        "--platform",
        "11.8.0");
    cli.succeed("import", system.samples("factory").toString(), "--env", "reuse", "--running");
    assertThat(cli.run("upgrade", "--env", "reuse", "--to", "11.9.0", "--yes").exitCode())
        .isEqualTo(3);
  }

  @AfterAll
  void stop() {
    system.close();
  }

  @Test
  @Order(1)
  @DisplayName("B44: publishing a leaf compiles exactly one module; its producers run as they were")
  void compilesTheLeafAlone() throws IOException {
    var before = modules();
    var compiles = new CompileCounter(system);

    publish(LEAF);

    assertThat(compiles.rise()).isEqualTo(1);
    var after = modules();
    assertThat(module(after, LEAF).path("runningVersion").asText()).isEqualTo("11.9.0");
    before.forEach((name, module) -> {
      if (!name.equals(LEAF)) {
        assertThat(running(module(after, name))).as(name).isEqualTo(running(module));
      }
    });
    assertThat(explained(LEAF)).contains("no module consumes it");
  }

  @Test
  @Order(2)
  @DisplayName("B44: publishing a producer compiles nothing and deploys what was prepared")
  void reusesTheProducersArtifact() throws IOException {
    var compiles = new CompileCounter(system);

    publish(PRODUCER);

    assertThat(compiles.rise()).isZero();
    var module = module(modules(), PRODUCER);
    assertThat(module.path("runningVersion").asText()).isEqualTo("11.9.0");
    assertThat(module.path("runningDigest").asText()).isEqualTo(module.path("artifact").asText());
    assertThat(explained(PRODUCER)).contains("reused");
  }

  @Test
  @Order(3)
  @DisplayName(
      "B45: a byte is flipped in the store: one more compile, a warning, and it is published")
  void compilesAgainWhatIsCorrupt() throws IOException {
    StoredArtifact.flipAByte(system, artifact(OTHER_PRODUCER));
    var compiles = new CompileCounter(system);

    publish(OTHER_PRODUCER);

    assertThat(compiles.rise()).isEqualTo(1);
    assertThat(explained(OTHER_PRODUCER)).contains("missing from the artifact store, or corrupt");
    assertThat(Files.readString(system.process("upgrade-orchestrator").log()))
        .containsPattern("WARN .*artifact " + artifact(OTHER_PRODUCER) + " is missing");
  }

  @Test
  @Order(4)
  @DisplayName("B45: a producer's corrupt artifact is made again when its consumer is published")
  void makesAProducersCorruptArtifactAgain() throws IOException {
    StoredArtifact.flipAByte(system, artifact(OTHER_PRODUCER));
    var compiles = new CompileCounter(system);

    publish(LEAF);

    assertThat(compiles.rise()).isEqualTo(2);
  }

  @Test
  @Order(5)
  void aRuntimeLoadsWhatIsDeployed() throws Exception {
    var folder = system.stateFolder().resolve("deployments/reuse");
    var jars = new ArrayList<Path>();
    for (var module : new String[] {LEAF, PRODUCER, OTHER_PRODUCER}) {
      var manifest =
          new ObjectMapper().readTree(folder.resolve(module).resolve("manifest.json").toFile());
      assertThat(manifest.path("module").asText()).isEqualTo(module);
      jars.add(folder.resolve(module).resolve(manifest.path("file").asText()));
    }

    try (var loader = loader(jars)) {
      assertThat(loader.loadClass(aClassIn(jars.get(1))).getClassLoader()).isSameAs(loader);
    }
  }

  private static URLClassLoader loader(Iterable<Path> jars) throws IOException {
    var urls = new ArrayList<URL>();
    for (var jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), null);
  }

  private static String aClassIn(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(entry -> entry.getName())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private void publish(String module) {
    system.cli().succeed("publish", module, "--env", "reuse");
  }

  private String explained(String module) {
    return system.cli().succeed("explain", module, "--env", "reuse").out();
  }

  private String artifact(String module) {
    return module(modules(), module).path("artifact").asText();
  }

  private static JsonNode module(Map<String, JsonNode> modules, String name) {
    return modules.getOrDefault(name, MissingNode.getInstance());
  }

  private static String running(JsonNode module) {
    return module.path("runningVersion")
        + " "
        + module.path("runningDigest")
        + " "
        + module.path("deployedAt");
  }

  private Map<String, JsonNode> modules() {
    return system.serviceCenter().items("environments/reuse/modules?limit=500").stream()
        .collect(Collectors.toMap(module -> module.path("name").asText(), Function.identity()));
  }
}
