package io.flexibleupgrades.systemtests.samples;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The whole factory, compiled for one platform with nothing but the Java compiler: each module sees
 * the platform and its own producers only, and no module is compiled after a producer's failure.
 */
final class FactoryCompilation {
  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final NavigableMap<String, SampleModule> modules;
  private final ProducerGraph graph;
  private final SamplePlatform platform;
  private final Path output;
  private final NavigableMap<String, List<String>> errors = new TreeMap<>();
  private final NavigableMap<String, List<String>> warnings = new TreeMap<>();
  private final NavigableMap<String, NavigableSet<String>> skipped = new TreeMap<>();
  private final NavigableSet<String> prepared = new TreeSet<>();

  /** Compiles everything into the output folder, one folder for each module. */
  FactoryCompilation(
      NavigableMap<String, SampleModule> modules, SamplePlatform platform, Path output) {
    this.modules = modules;
    this.graph = new ProducerGraph(modules);
    this.platform = platform;
    this.output = output;
    compile(Map.of("platform", SampleModule.sources(platform.folder())), List.of());
    if (!errors.isEmpty()) {
      throw new IllegalStateException("The platform does not compile: " + errors);
    }
    graph.groupsInOrder().forEach(this::compile);
  }

  /** The modules that do not compile, with their errors. */
  NavigableMap<String, List<String>> errors() {
    return errors;
  }

  /** The modules that the compiler warned about, with its warnings. */
  NavigableMap<String, List<String>> warnings() {
    return warnings;
  }

  /** The modules that were not compiled, with the failed modules among all their producers. */
  NavigableMap<String, NavigableSet<String>> skipped() {
    return skipped;
  }

  NavigableSet<String> prepared() {
    return prepared;
  }

  /** Where a compiled module's classes are. */
  Path classesOf(String module) {
    return output.resolve(module);
  }

  /** What a module needs to run: the platform, its producers and itself. */
  List<Path> runtimePath(String module) {
    List<Path> path = new ArrayList<>(List.of(classesOf("platform"), classesOf(module)));
    graph.producersOf(module).stream().map(this::classesOf).forEach(path::add);
    return path;
  }

  private void compile(NavigableSet<String> group) {
    NavigableSet<String> failedProducers = new TreeSet<>(graph.producersOf(group.first()));
    failedProducers.retainAll(errors.keySet());
    if (!failedProducers.isEmpty()) {
      group.forEach(member -> skipped.put(member, failedProducers));
      return;
    }
    Map<String, List<Path>> sources = new TreeMap<>();
    group.forEach(member -> sources.put(member, sourcesOf(member)));
    List<Path> classPath =
        Stream.concat(
                Stream.of("platform"),
                graph.producersOf(group.first()).stream().filter(p -> !group.contains(p)))
            .map(this::classesOf)
            .toList();
    compile(sources, classPath);
    NavigableSet<String> failed = new TreeSet<>(group);
    failed.retainAll(errors.keySet());
    for (String member : group) {
      if (failed.isEmpty()) {
        prepared.add(member);
      } else if (!failed.contains(member)) {
        skipped.put(member, failed);
      }
    }
  }

  private List<Path> sourcesOf(String module) {
    return Objects.requireNonNull(modules.get(module)).sources();
  }

  private void compile(Map<String, List<Path>> sources, List<Path> classPath) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> units = sources.values().stream().flatMap(Collection::stream).toList();
      Path classes = Files.createDirectories(classesOf(String.join("+", sources.keySet())));
      boolean compiled =
          compiler
              .getTask(
                  null,
                  files,
                  diagnostics,
                  options(classPath, classes),
                  null,
                  files.getJavaFileObjectsFromPaths(units))
              .call();
      diagnostics.getDiagnostics().forEach(diagnostic -> keep(diagnostic, sources));
      if (compiled) {
        for (String module : sources.keySet()) {
          share(classes, classesOf(module));
        }
      } else if (errors.keySet().stream().noneMatch(sources::containsKey)) {
        throw new IllegalStateException("The compiler failed without an error in " + sources);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Members of a cycle have their classes in one folder, which stands for each of them. */
  private static void share(Path classes, Path module) throws IOException {
    if (!classes.equals(module)) {
      Files.createSymbolicLink(module, classes);
    }
  }

  private List<String> options(List<Path> classPath, Path classes) {
    List<String> options = new ArrayList<>(platform.options());
    options.addAll(List.of("--release", Integer.toString(platform.release()), "-proc:none"));
    options.addAll(List.of("-d", classes.toString(), "--class-path"));
    options.add(classPath.stream().map(Path::toString).collect(joining(File.pathSeparator)));
    return options;
  }

  private void keep(
      Diagnostic<? extends JavaFileObject> diagnostic, Map<String, List<Path>> sources) {
    JavaFileObject source = diagnostic.getSource();
    String module =
        sources.entrySet().stream()
            .filter(entry -> source != null && entry.getValue().contains(Path.of(source.toUri())))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Not about a module: " + diagnostic));
    switch (diagnostic.getKind()) {
      case ERROR -> add(errors, module, diagnostic.toString());
      case WARNING, MANDATORY_WARNING -> add(warnings, module, diagnostic.toString());
      case NOTE, OTHER -> {}
    }
  }

  private static void add(NavigableMap<String, List<String>> all, String module, String message) {
    all.computeIfAbsent(module, key -> new ArrayList<>()).add(message);
  }
}
