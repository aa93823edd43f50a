package io.flexibleupgrades.worker.daemon;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/** The class path of one order. Opens a jar when its first class is read; used by one thread. */
final class ClassPath implements AutoCloseable {
  private final List<IndexedJar> jars;
  private final Map<String, ZipFile> open = new HashMap<>();

  private record IndexedJar(String file, JarIndex index) {}

  ClassPath(List<CompileOrder.ClassPathJar> jars, JarIndexes indexes) throws IOException {
    var indexed = new ArrayList<IndexedJar>();
    for (var jar : jars) {
      indexed.add(new IndexedJar(jar.file(), indexes.of(jar)));
    }
    this.jars = List.copyOf(indexed);
  }

  /** Returns the classes of a package; of two with one name, the earlier jar's. */
  List<JavaFileObject> list(String packageName, boolean withSubpackages) {
    var seen = new HashSet<String>();
    var found = new ArrayList<JavaFileObject>();
    for (var jar : jars) {
      add(jar, packageName, seen, found);
      if (withSubpackages) {
        for (var candidate : jar.index().packages()) {
          if (packageName.isEmpty()
              ? !candidate.isEmpty()
              : candidate.startsWith(packageName + ".")) {
            add(jar, candidate, seen, found);
          }
        }
      }
    }
    return found;
  }

  private void add(
      IndexedJar jar, String packageName, Set<String> seen, List<JavaFileObject> found) {
    for (var entry : jar.index().entries(packageName)) {
      if (seen.add(entry)) {
        found.add(new LibraryClass(jar.file(), entry));
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (var jar : open.values()) {
      jar.close();
    }
  }

  /** A class of a jar on the class path. */
  final class LibraryClass extends SimpleJavaFileObject {
    private final String file;
    private final String entry;

    LibraryClass(String file, String entry) {
      super(InMemory.address("library", entry), Kind.CLASS);
      this.file = file;
      this.entry = entry;
    }

    String binaryName() {
      return entry.substring(0, entry.length() - ".class".length()).replace('/', '.');
    }

    @Override
    public InputStream openInputStream() throws IOException {
      var jar = open.get(file);
      if (jar == null) {
        jar = new ZipFile(file);
        open.put(file, jar);
      }
      return jar.getInputStream(jar.getEntry(entry));
    }
  }
}
