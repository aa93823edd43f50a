package io.flexibleupgrades.worker.daemon;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Which classes a jar has, by package; immutable, shared by all compile threads. */
final class JarIndex {
  private final Map<String, List<String>> classes;

  private JarIndex(Map<String, List<String>> classes) {
    this.classes = classes;
  }

  static JarIndex of(String file) throws IOException {
    var classes = new HashMap<String, List<String>>();
    try (var jar = new ZipFile(file)) {
      jar.stream()
          .map(ZipEntry::getName)
          .filter(JarIndex::isClass)
          .forEach(
              name -> classes.computeIfAbsent(packageOf(name), _ -> new ArrayList<>()).add(name));
    }
    classes.replaceAll((_, names) -> List.copyOf(names));
    return new JarIndex(Map.copyOf(classes));
  }

  /** Whether an entry of this name is a class that a class path has. */
  static boolean isClass(String entry) {
    return entry.endsWith(".class") && !entry.startsWith("META-INF/");
  }

  /** Returns the entry names of the classes of this package. */
  List<String> entries(String packageName) {
    return classes.getOrDefault(packageName, List.of());
  }

  Iterable<String> packages() {
    return classes.keySet();
  }

  private static String packageOf(String entry) {
    int slash = entry.lastIndexOf('/');
    return slash < 0 ? "" : entry.substring(0, slash).replace('/', '.');
  }
}
