package io.flexibleupgrades.systemtests.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folder {@code samples} of the repository that this test runs in. */
record SampleFolder(Path path) {

  /** Looks in the system property {@code flexup.home} or the working directory, and then above. */
  static SampleFolder locate() {
    Path start = Path.of(System.getProperty("flexup.home", "")).toAbsolutePath();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("samples/expected.yaml"))) {
        return new SampleFolder(folder.resolve("samples"));
      }
    }
    throw new IllegalStateException("No samples/expected.yaml at or above " + start + ".");
  }

  /** All modules by the name of their folder. */
  NavigableMap<String, SampleModule> modules() {
    try (Stream<Path> folders = Files.list(path.resolve("factory"))) {
      NavigableMap<String, SampleModule> modules = new TreeMap<>();
      folders.forEach(
          folder -> modules.put(String.valueOf(folder.getFileName()), SampleModule.read(folder)));
      return modules;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SamplePlatform platform(String version) {
    return SamplePlatform.read(path.resolve("platforms").resolve(version));
  }

  ExpectedUpgrade expected() {
    return ExpectedUpgrade.read(path.resolve("expected.yaml"));
  }
}
