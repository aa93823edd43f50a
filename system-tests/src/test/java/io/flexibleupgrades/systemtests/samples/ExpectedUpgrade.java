package io.flexibleupgrades.systemtests.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The documented result of the sample upgrade.
 *
 * @param skipped the failed producers of each skipped module
 */
record ExpectedUpgrade(
    String from,
    String to,
    int total,
    int prepared,
    List<String> failed,
    Map<String, List<String>> skipped,
    List<String> cycle,
    List<String> warnings,
    int depth) {

  static ExpectedUpgrade read(Path path) {
    try {
      YamlFile file = YamlFile.read(path);
      return new ExpectedUpgrade(
          file.text("from"),
          file.text("to"),
          file.number("total"),
          file.number("prepared"),
          file.texts("failed"),
          file.textsByName("skipped"),
          file.texts("cycle"),
          file.texts("warnings"),
          file.number("depth"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
