package io.flexibleupgrades.cli.factory;

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

/** Whatever stands in {@code module.yaml}, it is a manifest or refused with what is wrong. */
class ModuleManifestFuzzTest {
  @TempDir static Path folder = Path.of("");

  @DisplayName("G12: module.yaml is a manifest or is refused")
  @MethodSource("manifests")
  @FuzzTest
  void isReadOrRefused(byte[] input) throws IOException {
    var file = Files.write(folder.resolve(ModuleManifest.FILE), input);
    try {
      var manifest = ModuleManifest.read(file, note -> assertThat(note).contains("module.yaml"));
      var again = Files.writeString(folder.resolve("again.yaml"), yaml(manifest));
      assertThat(ModuleManifest.read(again, _ -> {})).isEqualTo(manifest);
    } catch (MalformedManifestException e) {
      assertThat(e.where(folder)).startsWith(ModuleManifest.FILE);
      assertThat(e.what()).isNotBlank();
      assertThat(e.remedy()).isNotBlank();
    }
  }

  static Stream<byte[]> manifests() {
    return Stream.of(
            "name: Orders\nkind: library\nproducers: [Customers, Money]\n",
            "{name: \"O\\u0072ders\", kind: application, producers: []}",
            "name: 'Bücher 書籍'\nkind: system\nproducers:\n- A\n- B # comment\n",
            "name: &a Orders\nkind: library\nproducers: [*a]\n",
            "name: Orders\nname: Orders\n",
            "? [a, b]\n: c\n",
            "- Orders\n",
            "!!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[]]]",
            "a: &a [x, x]\nb: &b [*a, *a]\nname: *b\n",
            "name: |\n  Orders\nkind: >-\n  library\nproducers: ~\n",
            "%YAML 1.1\n---\nname: x\n...\n---\nname: y\n",
            "\uFEFFname: Orders\nkind: library\n")
        .map(text -> text.getBytes(UTF_8));
  }

  private static String yaml(ModuleManifest manifest) {
    var yaml = new StringBuilder("kind: " + manifest.kind() + "\n");
    yaml.append("name: ").append(quoted(manifest.name().value())).append("\nproducers:");
    manifest.producers().forEach(p -> yaml.append("\n- ").append(quoted(p.value())));
    return yaml.append(manifest.producers().isEmpty() ? " []" : "\n").toString();
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append("\\U%08x".formatted(c)));
    return quoted.append('"').toString();
  }
}
