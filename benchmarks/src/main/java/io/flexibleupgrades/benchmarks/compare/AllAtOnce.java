package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One {@code javac} of all modules' sources: no jars, and no skipping. */
record AllAtOnce(GeneratedFactory factory) implements Contestant {

  @Override
  public String name() {
    return "all-at-once";
  }

  @Override
  public String version() throws IOException, InterruptedException {
    return Program.firstLine(Program.ofJdk("javac"), "-version");
  }

  @Override
  public List<Run> run(Path folder, int round) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    var arguments = new ArrayList<>(GeneratedFactory.options());
    arguments.addAll(List.of("-d", "classes", "-cp", factory.platformJar().toString()));
    for (var module : factory.blueprint().modules()) {
      factory.sources(module).forEach(source -> arguments.add(source.toString()));
    }
    Files.write(folder.resolve("args"), arguments);
    var wall =
        Program.run(
            List.of(Program.ofJdk("javac"), "-J-Xmx1g", "@args"),
            Map.of(),
            folder,
            folder.resolve("log"));
    int compiled = 0;
    for (var module : factory.blueprint().modules()) {
      var path = module.toLowerCase(Locale.ROOT) + "/" + module + ".class";
      if (Files.exists(folder.resolve("classes").resolve(path))) {
        compiled++;
      }
    }
    return List.of(new Run(Measured.ALL_AT_ONCE, round, wall, compiled));
  }
}
