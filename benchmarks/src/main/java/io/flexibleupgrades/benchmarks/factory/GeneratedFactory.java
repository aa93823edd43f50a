package io.flexibleupgrades.benchmarks.factory;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A generated factory on disk: a folder per module with its {@code module.yaml} and {@code src}.
 *
 * @param platformJar the platform's class path
 */
public record GeneratedFactory(
    FactoryShape shape, Blueprint blueprint, Path modules, Path platformJar) {

  /** Writes a factory and a platform below a folder, which does not exist yet. */
  public static GeneratedFactory write(FactoryShape shape, Path folder) throws IOException {
    var blueprint = shape.blueprint();
    var text = new ModuleText(blueprint, shape);
    var modules = folder.resolve("factory");
    for (var module : blueprint.modules()) {
      var home = Files.createDirectories(modules.resolve(module));
      Files.writeString(
          home.resolve("module.yaml"),
          "name: %s\nkind: library\nproducers: %s\n"
              .formatted(module, blueprint.producersOf(module)));
      for (var file : text.files(module).entrySet()) {
        var path = home.resolve("src").resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
    }
    var jar = BenchmarkPlatform.write(folder.resolve("platform"), "11.9.0");
    return new GeneratedFactory(shape, blueprint, modules, jar);
  }

  /** Returns a module's source files. */
  public List<Path> sources(String module) throws IOException {
    try (var files = Files.walk(modules.resolve(module).resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** Returns the lines of all source files. */
  public long lines() throws IOException {
    long lines = 0;
    for (var module : blueprint.modules()) {
      for (var file : sources(module)) {
        lines += Files.readString(file).lines().count();
      }
    }
    return lines;
  }

  /** Returns each module's producers, direct or not, in alphabetical order. */
  public Map<String, List<String>> closures() {
    Map<String, TreeSet<String>> closures = new HashMap<>();
    // In alphabetical order, a module comes after its producers.
    for (var module : blueprint.modules()) {
      var closure = new TreeSet<String>();
      for (var producer : blueprint.producersOf(module)) {
        closure.add(producer);
        closure.addAll(closures.getOrDefault(producer, new TreeSet<>()));
      }
      closures.put(module, closure);
    }
    Map<String, List<String>> lists = new HashMap<>();
    closures.forEach((module, closure) -> lists.put(module, new ArrayList<>(closure)));
    return lists;
  }

  /** Returns the options that every tool compiles with, but for the class path. */
  public static List<String> options() {
    var options = new ArrayList<String>();
    options.add("--release");
    options.add(Integer.toString(BenchmarkPlatform.RELEASE));
    options.addAll(BenchmarkPlatform.OPTIONS);
    options.addAll(List.of("-proc:none", "-implicit:none"));
    return options;
  }
}
