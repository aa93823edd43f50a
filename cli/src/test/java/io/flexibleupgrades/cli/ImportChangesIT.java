package io.flexibleupgrades.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportChangesIT {
  private static final String REGISTER = "POST /api/v1/environments/prod/modules";

  @TempDir Path factory;

  @Test
  void listsWhatChangedAndWhatIsStale() throws IOException {
    var call =
        imported(
            "'changes':[{'module':'Core','what':['source','producers']}],'stale':['Core']",
            "-o",
            "table");

    assertThat(call.exitCode()).isZero();
    assertThat(call.out())
        .contains("Changed:\n  Core (source, producers)\n")
        .contains("Stale (prepared with a source that is no longer the current one):\n  Core\n");
  }

  @Test
  void listsTwentyModulesAndCountsTheOthers() throws IOException {
    var changes =
        IntStream.rangeClosed(1, 23)
            .mapToObj("{'module':'M%02d','what':['source']}"::formatted)
            .collect(Collectors.joining(","));

    var table = imported("'changes':[" + changes + "],'stale':[]", "-o", "table");
    var json = imported("'changes':[" + changes + "],'stale':['M01']", "-o", "json");

    assertThat(table.out())
        .contains("  M20 (source)\n  3 more\n")
        .doesNotContain("M21")
        .doesNotContain("Stale");
    assertThat(json.json().path("changes")).hasSize(23);
    assertThat(json.json().path("stale").get(0).asText()).isEqualTo("M01");
  }

  @Test
  void saysNothingMoreWhenNothingChanged() throws IOException {
    assertThat(imported("'changes':[],'stale':[]", "-o", "table").out()).hasLineCount(1);
  }

  private FlexupCall imported(String changes, String... output) throws IOException {
    var source = Files.createDirectories(factory.resolve("Core/src"));
    Files.writeString(factory.resolve("Core/module.yaml"), "name: Core\nkind: library\n");
    Files.writeString(source.resolve("Core.java"), "class Core {}");
    try (var services = new FakeServices()) {
      services.answer(
          REGISTER,
          200,
          "{'registered':0,'changed':1,'unchanged':0,'adopted':0,'defects':[],%s}"
              .formatted(changes));
      return FlexupCall.of(
          services, "import", factory.toString(), "--env", "prod", output[0], output[1]);
    }
  }
}
