package io.flexibleupgrades.benchmarks.engine;

import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Compiles modules into jars on one thread, with one file manager that stays open. */
final class ModuleTask {
  private final JavaCompiler javac;
  private final StandardJavaFileManager files;

  ModuleTask(JavaCompiler javac) {
    this.javac = javac;
    this.files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
  }

  /** Compiles the sources of a folder into a jar; returns false if they have errors. */
  boolean compile(Path folder, List<Path> classPath, Path jar) {
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      var classes = new Classes(files);
      var task =
          javac.getTask(
              Writer.nullWriter(),
              classes,
              _ -> {},
              GeneratedFactory.options(),
              null,
              files.getJavaFileObjectsFromPaths(sources(folder)));
      if (!task.call()) {
        return false;
      }
      classes.pack(jar);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (var found = Files.walk(folder)) {
      return found.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  /** Keeps the classes in memory until they are packed. */
  private static final class Classes extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final List<ClassInMemory> all = new ArrayList<>();

    Classes(StandardJavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, Kind kind, @Nullable FileObject sibling) {
      var file = new ClassInMemory(className);
      all.add(file);
      return file;
    }

    void pack(Path jar) throws IOException {
      Map<String, ClassInMemory> byName = new TreeMap<>();
      all.forEach(file -> byName.put(file.entry(), file));
      try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
        out.setLevel(0);
        for (var file : byName.entrySet()) {
          out.putNextEntry(new JarEntry(file.getKey()));
          file.getValue().bytes.writeTo(out);
        }
      }
    }
  }

  /** A class that the compiler wrote. */
  private static final class ClassInMemory extends SimpleJavaFileObject {
    private final String name;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ClassInMemory(String name) {
      super(URI.create("memory:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
    }

    String entry() {
      return name.replace('.', '/') + ".class";
    }

    @Override
    public OutputStream openOutputStream() {
      return bytes;
    }
  }
}
