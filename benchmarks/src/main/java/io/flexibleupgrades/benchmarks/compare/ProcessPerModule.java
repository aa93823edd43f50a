package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A {@code javac} for each module, started by ninja, or by make where there is no ninja. */
record ProcessPerModule(GeneratedFactory factory, boolean withNinja) implements Contestant {

  static ProcessPerModule installed(GeneratedFactory factory) {
    boolean ninja = Program.isInstalled("ninja");
    if (!ninja && !Program.isInstalled("make")) {
      throw new IllegalStateException(
          "Neither ninja nor make is installed. Install one, or add --without processes.");
    }
    return new ProcessPerModule(factory, ninja);
  }

  @Override
  public String name() {
    return "processes";
  }

  @Override
  public String version() throws IOException, InterruptedException {
    return withNinja
        ? "ninja " + Program.firstLine("ninja", "--version")
        : Program.firstLine("make", "--version");
  }

  @Override
  public List<Run> run(Path folder, int round) throws IOException, InterruptedException {
    write(folder);
    var command =
        withNinja ? List.of("ninja", "-j2", "-k0") : List.of("make", "-s", "-j2", "--keep-going");
    var wall = Program.run(command, Map.of(), folder, folder.resolve("log"));
    int compiled = 0;
    for (var module : factory.blueprint().modules()) {
      if (Files.exists(folder.resolve(module + ".done"))) {
        compiled++;
      }
    }
    return List.of(new Run(Measured.PROCESSES, round, wall, compiled));
  }

  private void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    var closures = factory.closures();
    var rules = new StringBuilder();
    if (withNinja) {
      rules.append("rule javac\n  command = ").append(command("$module")).append("\n");
    } else {
      rules.append("all:").append(stamps(factory.blueprint().modules())).append("\n");
    }
    for (var module : factory.blueprint().modules()) {
      var arguments = new ArrayList<>(GeneratedFactory.options());
      var classPath = new ArrayList<String>();
      classPath.add(factory.platformJar().toString());
      classPath.addAll(closures.getOrDefault(module, List.of()));
      arguments.addAll(List.of("-d", module, "-cp", String.join(":", classPath)));
      factory.sources(module).forEach(source -> arguments.add(source.toString()));
      Files.write(folder.resolve(module + ".args"), arguments);
      var producers = stamps(factory.blueprint().producersOf(module));
      if (withNinja) {
        rules.append("build %s.done: javac |%s\n".formatted(module, producers));
        rules.append("  module = %s\n".formatted(module));
      } else {
        rules.append("%s.done:%s\n\t%s\n".formatted(module, producers, command(module)));
      }
    }
    Files.writeString(folder.resolve(withNinja ? "build.ninja" : "Makefile"), rules);
  }

  private static String command(String module) {
    return "%s -J-Xmx512m @%s.args && touch %s.done"
        .formatted(Program.ofJdk("javac"), module, module);
  }

  private static String stamps(Iterable<String> modules) {
    var stamps = new ArrayList<String>();
    modules.forEach(module -> stamps.add(" " + module + ".done"));
    return stamps.stream().collect(Collectors.joining());
  }
}
