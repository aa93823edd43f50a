package io.flexibleupgrades.cli.platform;

import io.flexibleupgrades.cli.bundle.Bundle;
import io.flexibleupgrades.cli.bundle.SourceTree;
import io.flexibleupgrades.cli.command.CommandFailedException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/** Compiles a distribution's sources into its one jar. */
final class PlatformCompiler {
  private static final int MOST_ERRORS_SHOWN = 20;

  private final Path sources;
  private final int release;
  private final List<Path> libraries;

  PlatformCompiler(Path sources, int release, List<Path> libraries) {
    this.sources = sources;
    this.release = release;
    this.libraries = List.copyOf(libraries);
  }

  /** Compiles into this scratch folder and returns the jar, classes and resources together. */
  Path compile(Path scratch) {
    var tree = SourceTree.of(sources);
    var java = tree.files().values().stream().filter(PlatformCompiler::isJava).toList();
    var entries = new TreeMap<>(tree.files());
    entries.values().removeIf(PlatformCompiler::isJava);
    var classes = scratch.resolve("classes");
    if (!java.isEmpty()) {
      compile(java, classes);
      entries.putAll(SourceTree.of(classes).files());
    }
    return Bundle.write(entries, scratch.resolve("platform.jar")).file();
  }

  private void compile(List<Path> java, Path classes) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new CommandFailedException(
          "This Java runtime has no compiler. Run flexup with a JDK 25 or newer.");
    }
    var problems = new DiagnosticCollector<JavaFileObject>();
    try (var files =
        compiler.getStandardFileManager(problems, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      Files.createDirectories(classes);
      var task =
          compiler.getTask(
              null,
              files,
              problems,
              options(classes),
              null,
              files.getJavaFileObjectsFromPaths(java));
      if (!task.call()) {
        throw new CommandFailedException(report(problems.getDiagnostics()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The platform cannot be compiled into " + classes + ".", e);
    }
  }

  private List<String> options(Path classes) {
    var classPath =
        libraries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    return new ArrayList<>(
        List.of(
            "--release",
            Integer.toString(release),
            "-encoding",
            "UTF-8",
            "-proc:none",
            "-implicit:none",
            "-Xlint:none",
            "-g:source,lines",
            "-classpath",
            classPath,
            "-d",
            classes.toString()));
  }

  private String report(List<Diagnostic<? extends JavaFileObject>> problems) {
    var errors = problems.stream().filter(p -> p.getKind() == Diagnostic.Kind.ERROR).toList();
    var shown =
        errors.stream().limit(MOST_ERRORS_SHOWN).map(this::line).collect(Collectors.joining("\n"));
    var cut = errors.size() > MOST_ERRORS_SHOWN ? "\n(the first " + MOST_ERRORS_SHOWN + ")" : "";
    return "The platform does not compile for Java %d: %d errors. Correct them and push again.\n%s%s"
        .formatted(release, errors.size(), shown, cut);
  }

  private String line(Diagnostic<? extends JavaFileObject> problem) {
    var source = problem.getSource();
    var where =
        source == null
            ? sources.toString()
            : sources.relativize(Path.of(source.toUri())) + ":" + problem.getLineNumber();
    return where + ": " + problem.getMessage(Locale.ENGLISH).replace('\n', ' ');
  }

  private static boolean isJava(Path file) {
    return file.toString().endsWith(".java");
  }
}
