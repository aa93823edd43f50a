package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.factory.Factory;
import io.flexibleupgrades.cli.platform.PlatformDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The sample factory and the sample platforms, the old one first. */
record SampleBundles(Factory factory, List<PlatformDistribution> platforms) {
  static final String FROM = "11.8.0";
  static final String TO = "11.9.0";

  SampleBundles {
    platforms = List.copyOf(platforms);
  }

  /** Reads the factory and compiles the platforms into a scratch folder. */
  static SampleBundles make(Path home, Path scratch, Consumer<String> notes) {
    var samples = home.resolve("samples");
    if (!Files.isDirectory(samples)) {
      throw new CommandFailedException(
          samples + " is missing. Run flexup from a complete checkout of the product.");
    }
    return new SampleBundles(
        Factory.read(samples.resolve("factory")),
        List.of(
            platform(samples.resolve("platforms/" + FROM), scratch, notes),
            platform(samples.resolve("platforms/" + TO), scratch, notes)));
  }

  private static PlatformDistribution platform(Path folder, Path scratch, Consumer<String> notes) {
    try {
      var own = Files.createDirectory(scratch.resolve(folder.getFileName()));
      return PlatformDistribution.bundle(folder, own, notes);
    } catch (IOException e) {
      throw new UncheckedIOException("No folder can be made in " + scratch + ".", e);
    }
  }
}
