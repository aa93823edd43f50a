package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The files that were shipped, with their digests: lines are added, never changed or removed. */
class ShippedGoldenFilesTest {
  private static final Path RESOURCES = Path.of("src/test/resources");

  @Test
  @DisplayName("G15: no golden file is ever changed or removed")
  void noGoldenFileIsChangedOrRemoved() throws IOException {
    var shipped =
        Files.readAllLines(RESOURCES.resolve("golden.sha256")).stream()
            .collect(Collectors.toMap(line -> line.substring(66), line -> line.substring(0, 64)));

    for (var file : shipped.entrySet()) {
      var golden = RESOURCES.resolve("golden").resolve(file.getKey());
      assertThat(golden).exists();
      assertThat(Digest.of(Files.readAllBytes(golden)).value())
          .as("%s was shipped: what an event says now needs a type of its own", golden)
          .isEqualTo(file.getValue());
    }
    assertThat(GoldenFiles.names().stream().map(name -> name + ".json"))
        .as("A new golden file gets its line by `sha256sum`.")
        .containsExactlyInAnyOrderElementsOf(shipped.keySet());
  }
}
