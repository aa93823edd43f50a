package io.flexibleupgrades.systemtests.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * One platform distribution of the samples.
 *
 * @param release the Java release that modules are compiled for
 */
record SamplePlatform(String version, int release, List<String> options, Path folder) {

  static SamplePlatform read(Path folder) {
    try {
      YamlFile file = YamlFile.read(folder.resolve("platform.yaml"));
      return new SamplePlatform(
          file.text("version"), file.number("release"), file.texts("options"), folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
