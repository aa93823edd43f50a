package io.flexibleupgrades.worker.daemon;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's classes as they were in a release, kept in memory: what {@code --release} reads from
 * the JDK's file of signatures, which the compiler opens and lists anew for every unit. Shared by
 * all compile threads.
 */
final class JdkRelease {
  private static final String SUFFIX = ".sig";

  private final Map<String, Module> modules = new TreeMap<>();
  private final ZipFile signatures;

  private JdkRelease(ZipFile signatures) {
    this.signatures = signatures;
  }

  /** Returns the classes of a release, null if this JDK does not have them in the known form. */
  static @Nullable JdkRelease of(int release) throws IOException {
    var file = new File(System.getProperty("java.home"), "lib/ct.sym");
    if (release < 9 || release > Runtime.version().feature() || !file.isFile()) {
      return null;
    }
    // The name of a section of the file has the letter of each release that it is for.
    var letter = Integer.toString(release, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    var signatures = new ZipFile(file);
    var classes = new JdkRelease(signatures);
    signatures.stream()
        .filter(entry -> entry.getName().endsWith(SUFFIX))
        .forEach(entry -> classes.add(letter, entry));
    var base = classes.modules.get("java.base");
    if (base == null || base.file("module-info") == null) {
      signatures.close();
      return null;
    }
    return classes;
  }

  private void add(String letter, ZipEntry entry) {
    var parts = entry.getName().split("/", 3);
    if (parts.length == 3 && parts[0].contains(letter) && !parts[0].contains("-")) {
      modules.computeIfAbsent(parts[1], Module::new).add(new Signature(entry, parts[2]));
    }
  }

  Set<JavaFileManager.Location> locations() {
    return Set.copyOf(modules.values());
  }

  JavaFileManager.@Nullable Location location(String module) {
    return modules.get(module);
  }

  /** A module of the release. */
  static final class Module implements JavaFileManager.Location {
    private final String name;
    private final Map<String, List<JavaFileObject>> packages = new HashMap<>();
    private final Map<String, Signature> byBinaryName = new HashMap<>();

    private Module(String name) {
      this.name = name;
    }

    private void add(Signature signature) {
      var binaryName = signature.binaryName;
      var packageName = binaryName.substring(0, Math.max(0, binaryName.lastIndexOf('.')));
      packages.computeIfAbsent(packageName, _ -> new ArrayList<>()).add(signature);
      byBinaryName.put(binaryName, signature);
    }

    String moduleName() {
      return name;
    }

    @Nullable JavaFileObject file(String binaryName) {
      return byBinaryName.get(binaryName);
    }

    List<JavaFileObject> list(String packageName, boolean withSubpackages) {
      if (!withSubpackages) {
        return packages.getOrDefault(packageName, List.of());
      }
      var found = new ArrayList<JavaFileObject>();
      packages.forEach((candidate, classes) -> {
        if (packageName.isEmpty() || (candidate + ".").startsWith(packageName + ".")) {
          found.addAll(classes);
        }
      });
      return found;
    }

    @Override
    public String getName() {
      return "RELEASE[" + name + "]";
    }

    @Override
    public boolean isOutputLocation() {
      return false;
    }
  }

  /** What a compiler sees of one class; read when it is first needed. */
  final class Signature extends SimpleJavaFileObject {
    private final ZipEntry entry;
    private final String binaryName;
    private volatile byte @Nullable [] bytes;

    private Signature(ZipEntry entry, String path) {
      var name = path.substring(0, path.length() - SUFFIX.length());
      super(InMemory.address("jdk", name + Kind.CLASS.extension), Kind.CLASS);
      this.entry = entry;
      this.binaryName = name.replace('/', '.');
    }

    String binaryName() {
      return binaryName;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      var known = bytes;
      if (known == null) {
        try (var in = signatures.getInputStream(entry)) {
          known = in.readAllBytes();
        }
        bytes = known;
      }
      return new ByteArrayInputStream(known);
    }
  }
}
