package io.flexibleupgrades.worker.compiling;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.worker.daemon.ArtifactJar;
import io.flexibleupgrades.worker.daemon.CompileDaemon;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;

/**
 * The daemon's class path: a jar of the daemon's own classes, found by following references from
 * its main class, so that it does not matter how the worker itself was packaged and loaded.
 */
final class DaemonJar {
  private static final String PACKAGE =
      CompileDaemon.class.getPackageName().replace('.', '/') + "/";

  private DaemonJar() {}

  /** Returns the jar, written to this folder. */
  static Path writtenTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    var fresh = Files.createTempFile(folder, "daemon-", ".tmp");
    ArtifactJar.write(fresh, "{}".getBytes(StandardCharsets.UTF_8), classes());
    var jar = folder.resolve("daemon-" + Digest.of(Files.readAllBytes(fresh)) + ".jar");
    return Files.move(
        fresh, jar, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, byte[]> classes() throws IOException {
    var classes = new TreeMap<String, byte[]>();
    var open = new ArrayDeque<String>();
    open.add(CompileDaemon.class.getName().replace('.', '/'));
    while (!open.isEmpty()) {
      var name = open.remove();
      if (!classes.containsKey(name + ".class")) {
        var bytes = bytesOf(name);
        classes.put(name + ".class", bytes);
        for (var entry : ClassFile.of().parse(bytes).constantPool()) {
          if (entry instanceof ClassEntry reference) {
            var referenced = elementOf(reference.asInternalName());
            if (referenced.startsWith(PACKAGE)) {
              open.add(referenced);
            }
          }
        }
      }
    }
    return classes;
  }

  private static String elementOf(String internalName) {
    return internalName.startsWith("[") ? internalName.replaceAll("^\\[+L|;$", "") : internalName;
  }

  private static byte[] bytesOf(String name) throws IOException {
    try (var in = CompileDaemon.class.getClassLoader().getResourceAsStream(name + ".class")) {
      if (in == null) {
        throw new FileNotFoundException("The worker's own class " + name + " cannot be read.");
      }
      return in.readAllBytes();
    }
  }
}
