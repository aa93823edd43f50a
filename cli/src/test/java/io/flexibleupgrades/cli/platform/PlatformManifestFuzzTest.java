package io.flexibleupgrades.cli.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.flexibleupgrades.cli.yaml.MalformedManifestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in {@code platform.yaml}, it is a manifest or refused with what is wrong. */
class PlatformManifestFuzzTest {
  @TempDir static Path folder = Path.of("");

  @DisplayName("G12: platform.yaml is a manifest or is refused")
  @MethodSource("manifests")
  @FuzzTest
  void isReadOrRefused(byte[] input) throws IOException {
    Files.write(folder.resolve(PlatformManifest.FILE), input);
    try {
      var manifest = PlatformManifest.read(folder, note -> assertThat(note).isNotBlank());
      assertThat(manifest.release()).isBetween(8, Runtime.version().feature());
      assertThat(manifest.version().compareTo(manifest.version())).isZero();
    } catch (MalformedManifestException e) {
      assertThat(e.where(folder)).startsWith(PlatformManifest.FILE);
    }
  }

  static Stream<byte[]> manifests() {
    return Stream.of(
            "version: \"11.9.0\"\nrelease: 21\noptions: [-parameters, -Xlint:all]\n",
            "version: 11.10\nrelease: \"25\"\noptions: []\n",
            "{version: 1.2.3.4, release: 0x15, options: ~}",
            "version: 11.9.0\nrelease: 2_1\n",
            "version: 999999999.999999999\nrelease: 8\nother: 1\n",
            "version: [11, 9]\nrelease: {a: b}\noptions: -g\n")
        .map(text -> text.getBytes(UTF_8));
  }
}
