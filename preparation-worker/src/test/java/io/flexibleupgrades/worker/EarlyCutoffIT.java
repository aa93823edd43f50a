package io.flexibleupgrades.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.Wire;
import io.flexibleupgrades.worker.fixture.WorkerProcess;
import io.flexibleupgrades.worker.preparing.Requests;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Changes that no consuming module can see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlyCutoffIT {
  private final FakeStore store = FakeStore.start();
  private final Wire wire = Wire.open();
  private final Digest platform = store.put(Bundles.platform("11.9.0", "-Xlint:all"));
  private final WorkerProcess worker;

  EarlyCutoffIT(@TempDir Path folder) {
    worker = WorkerProcess.start("cutoff", folder.resolve("cutoff"), store.address(), Map.of());
  }

  @AfterAll
  void stop() {
    worker.close();
    store.close();
  }

  @Test
  @DisplayName("a producer's new method body is compiled, its consumers are not")
  void stopsAtAMethodBody() {
    var before = chain(platform, "Body", "return 1;");

    var after = chain(platform, "Body", "return 2;");

    assertThat(compiles("BodyCore")).isEqualTo(2);
    assertThat(compiles("BodyUser")).isEqualTo(1);
    assertThat(compiles("BodyTop")).isEqualTo(1);
    assertThat(after.compileTime()).isZero();
    assertThat(after.artifact()).isNotEqualTo(before.artifact());
  }

  @Test
  void goesOnWithWhatCanBeSeen() {
    chain(platform, "Seen", "return 1;");

    chain(platform, "Seen", "return 1; } public int more() { return 2;");

    assertThat(compiles("SeenCore")).isEqualTo(2);
    assertThat(compiles("SeenUser")).isEqualTo(2);
    assertThat(compiles("SeenTop")).as("it sees the core too").isEqualTo(2);
  }

  @Test
  @DisplayName("a platform that looks the same to the compiler needs no compile")
  void stopsAtThePlatform() {
    chain(platform, "Same", "return 1;");
    var patched = store.put(Bundles.platform("11.9.1", "-Xlint:all"));

    var top = chain(patched, "Same", "return 1;");

    assertThat(compiles("SameCore")).isEqualTo(1);
    assertThat(compiles("SameTop")).isEqualTo(1);
    assertThat(new String(requireNonNull(store.blob(top.artifact())), UTF_8))
        .as("the artifact says for which platform it was prepared")
        .contains(patched.value())
        .doesNotContain(platform.value());
  }

  /** Prepares a core, its user, and the user's user; returns the last. */
  private Prepared chain(Digest on, String name, String body) {
    var core =
        prepared(
            on,
            name + "Core",
            "public class %s { public int one() { %s } }".formatted(name + "Core", body));
    var user =
        prepared(
            on,
            name + "User",
            "public class %1$sUser { public int one() { return new %1$sCore().one(); } }"
                .formatted(name),
            core);
    return prepared(
        on,
        name + "Top",
        "class %1$sTop { int one() { return new %1$sUser().one(); } }".formatted(name),
        user);
  }

  private Prepared prepared(Digest on, String module, String text, Prepared... producers) {
    var consumed = new ProducerArtifact[producers.length];
    for (int i = 0; i < producers.length; i++) {
      consumed[i] = new ProducerArtifact(producers[i].module(), producers[i].artifact());
    }
    var source = store.put(Bundles.of(Map.of(module + ".java", text)));
    var request = Requests.of(on, Requests.module(module, source, consumed));
    wire.send(request);
    var result = wire.outcomeOf(request).results().getFirst();
    assertThat(result).isInstanceOf(Prepared.class);
    return (Prepared) result;
  }

  private int compiles(String module) {
    return worker.log().split("compile started module=" + module + " ", -1).length - 1;
  }
}
