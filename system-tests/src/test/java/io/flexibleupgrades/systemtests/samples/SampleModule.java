package io.flexibleupgrades.systemtests.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One module of the sample factory as it lies on disk. */
record SampleModule(String name, String kind, List<String> producers, Path folder) {

  static SampleModule read(Path folder) {
    try {
      YamlFile manifest = YamlFile.read(folder.resolve("module.yaml"));
      return new SampleModule(
          manifest.text("name"), manifest.text("kind"), manifest.texts("producers"), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isApplication() {
    return kind.equals("application");
  }

  List<Path> sources() {
    return sources(folder);
  }

  /** The Java files below a folder's {@code src}, by path. */
  static List<Path> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
