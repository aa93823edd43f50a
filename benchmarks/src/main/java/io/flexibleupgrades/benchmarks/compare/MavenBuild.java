package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The factory as a Maven build of many modules: compile and jar, nothing else. */
record MavenBuild(GeneratedFactory factory, String localRepository) implements Contestant {
  private static final String PLUGINS = "org.apache.maven.plugins:";

  @Override
  public String name() {
    return "maven";
  }

  @Override
  public String version() throws IOException, InterruptedException {
    return Program.firstLine("mvn", "--version");
  }

  @Override
  public List<Run> run(Path folder, int round) throws IOException, InterruptedException {
    new MavenProject(factory, version("maven-compiler")).write(folder);
    var wall =
        Program.run(command(), Map.of("MAVEN_OPTS", "-Xmx1g"), folder, folder.resolve("log"));
    int compiled = 0;
    for (var module : factory.blueprint().modules()) {
      if (Files.exists(folder.resolve(module).resolve("target/" + module + "-1.jar"))) {
        compiled++;
      }
    }
    return List.of(new Run(Measured.MAVEN, round, wall, compiled));
  }

  private List<String> command() {
    var command = new ArrayList<>(List.of("mvn", "-B", "-q", "-o", "-T2", "--fail-at-end"));
    if (!localRepository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + localRepository);
    }
    command.add(PLUGINS + "maven-compiler-plugin:" + version("maven-compiler") + ":compile");
    command.add(PLUGINS + "maven-jar-plugin:" + version("maven-jar") + ":jar");
    return command;
  }

  private static String version(String plugin) {
    var versions = new Properties();
    try (var in = MavenBuild.class.getResourceAsStream("plugins.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions.getProperty(plugin);
  }
}
