package io.flexibleupgrades.cli.platform;

import io.flexibleupgrades.cli.bundle.Bundle;
import io.flexibleupgrades.cli.bundle.SourceTree;
import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.events.PlatformVersion;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A platform distribution on disk, bundled as the store keeps it. */
public record PlatformDistribution(PlatformVersion version, Bundle bundle) {
  private static final String OWN_JAR = "lib/platform.jar";

  /**
   * Returns the bundle of the distribution in a folder, made in a scratch folder; its sources are
   * compiled if it has any.
   *
   * @param notes is told what is ignored
   */
  public static PlatformDistribution bundle(Path folder, Path scratch, Consumer<String> notes) {
    var manifest = PlatformManifest.read(folder, notes);
    var entries = new TreeMap<String, Path>();
    var lib = folder.resolve("lib");
    if (Files.exists(lib, LinkOption.NOFOLLOW_LINKS)) {
      SourceTree.of(lib).files().forEach((name, file) -> addJar(entries, name, file, notes));
    }
    var sources = folder.resolve("src");
    if (Files.exists(sources, LinkOption.NOFOLLOW_LINKS)) {
      var libraries = List.copyOf(entries.values());
      var jar = new PlatformCompiler(sources, manifest.release(), libraries).compile(scratch);
      if (entries.put(OWN_JAR, jar) != null) {
        throw new CommandFailedException(
            folder + " has both src and " + OWN_JAR + ". Rename or remove that jar.");
      }
    }
    if (entries.isEmpty()) {
      throw new CommandFailedException(
          folder + " has neither jars in lib nor sources in src. Add one of them.");
    }
    entries.put(PlatformManifest.FILE, folder.resolve(PlatformManifest.FILE));
    return new PlatformDistribution(
        manifest.version(), Bundle.write(entries, scratch.resolve("distribution.zip")));
  }

  private static void addJar(
      TreeMap<String, Path> entries, String name, Path file, Consumer<String> notes) {
    if (name.endsWith(".jar") && name.indexOf('/') < 0) {
      entries.put("lib/" + name, file);
    } else {
      notes.accept(file + ": left out, only jars directly in lib belong to a distribution.");
    }
  }
}
