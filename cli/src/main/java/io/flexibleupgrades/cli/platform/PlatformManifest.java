package io.flexibleupgrades.cli.platform;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.yaml.ManifestFile;
import io.flexibleupgrades.events.PlatformVersion;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What {@code platform.yaml} says.
 *
 * @param release the Java release that the distribution and all modules are compiled for
 * @param options further options that modules are compiled with
 */
record PlatformManifest(PlatformVersion version, int release, List<String> options) {
  static final String FILE = "platform.yaml";

  private static final int OLDEST_RELEASE = 8;
  private static final Set<String> KEYS = new TreeSet<>(Set.of("version", "release", "options"));

  PlatformManifest {
    options = List.copyOf(options);
  }

  /** Returns the manifest of a distribution, or refuses it; notes are told what is ignored. */
  static PlatformManifest read(Path folder, Consumer<String> notes) {
    var file = folder.resolve(FILE);
    if (!Files.isDirectory(folder)) {
      throw new CommandFailedException(
          folder + " is no folder. Name the folder of a platform distribution.");
    }
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new CommandFailedException(
          file
              + " is missing, so this is no platform distribution. It holds `version: \"11.9.0\"`,"
              + " `release: 21` and `options: []`.");
    }
    var manifest = ManifestFile.read(file);
    manifest.unknownKeys(KEYS).forEach(notes);
    return new PlatformManifest(
        version(manifest), release(manifest), List.copyOf(manifest.texts("options")));
  }

  private static PlatformVersion version(ManifestFile manifest) {
    try {
      return new PlatformVersion(manifest.required("version", "version: \"11.9.0\""));
    } catch (IllegalArgumentException e) {
      throw manifest.malformed("version", String.valueOf(e.getMessage()), "Correct the version.");
    }
  }

  private static int release(ManifestFile manifest) {
    var text = manifest.required("release", "release: 21");
    int newest = Runtime.version().feature();
    int release = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (release < OLDEST_RELEASE || release > newest) {
      throw manifest.malformed(
          "release",
          "The Java release '" + text + "' is none that this machine's compiler knows.",
          "Write a number from " + OLDEST_RELEASE + " to " + newest + ".");
    }
    return release;
  }
}
