package io.flexibleupgrades.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script in a checkout of its own, with JDKs and a Maven that only tell their call.
 */
final class LauncherIT {
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> SERVICES =
      List.of("artifact-store", "upgrade-orchestrator", "preparation-worker", "servicecenter-api");

  @TempDir Path folder;
  private Path home;
  private Path tools;

  private record Run(int exitCode, String output) {}

  @BeforeEach
  void aBuiltCheckout() throws IOException {
    home = Files.createDirectories(folder.resolve("a check out"));
    tools = Files.createDirectories(folder.resolve("tools"));
    Files.copy(
        Path.of(System.getProperty("flexup.home")).resolve("flexup"), home.resolve("flexup"));
    old(home.resolve("pom.xml"));
    for (var part : List.of("events", "embedded", "cli")) {
      old(home.resolve(part).resolve("src/main/java/A.java"));
    }
    for (var service : SERVICES) {
      old(home.resolve(service).resolve("src/main/java/A.java"));
    }
    for (var service : SERVICES) {
      write(home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"), "");
    }
    write(home.resolve("embedded/target/embedded-0.1.0-SNAPSHOT.jar"), "");
    write(home.resolve("cli/target/cli-0.1.0-SNAPSHOT.jar"), "");
    Files.createDirectories(home.resolve("cli/target/lib"));
    script(
        tools.resolve("mvn"), "echo maven \"$JAVA_HOME\" \"$@\" >> \"%s\"".formatted(mavenLog()));
    jdk("jdk-25", "25.0.1");
  }

  @Test
  void runsTheNewestUsableJdk() throws IOException {
    jdk("jdk-17", "17.0.9");
    jdk("jdk-26", "26");
    jdk("jdk-25-later", "25.0.10");
    var jre = jdk("jre-27", "27");
    Files.delete(jre.resolve("bin/javac"));

    var run = run("jdk-17", "jdk-25", "jdk-26", "jdk-25-later", "jre-27");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(run.output()).contains("java of jdk-26").contains("<status> <--env> <my env>");
    assertThat(run.output()).contains("<-Dflexup.home=" + home.toRealPath() + ">");
    assertThat(run("jdk-25", "jdk-25-later").output()).contains("java of jdk-25-later");
  }

  @Test
  void saysWhatToInstallWhenThereIsNoJdk() throws IOException {
    jdk("jdk-24", "24.0.2");

    var run = run("jdk-24", "missing");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("no JDK 25 or newer").contains("JAVA_HOME");
  }

  @Test
  void findsItsCheckoutThroughLinks() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("flexup-link"), home.resolve("flexup"));

    var run = run(link, Map.of(), "jdk-25");

    assertThat(run.output()).contains("<-Dflexup.home=" + home.toRealPath() + ">");
  }

  @Test
  void buildsNothingThatIsUpToDate() {
    assertThat(run("jdk-25").exitCode()).isZero();
    assertThat(mavenLog()).doesNotExist();
  }

  @Test
  void buildsOnceWhenASourceIsNewerThanTheJars() throws IOException {
    touch(home.resolve("embedded/src/main/java/A.java"), Instant.now().plusSeconds(1));

    assertThat(run("jdk-25").output()).contains("Building").contains("java of jdk-25");
    assertThat(Files.readString(mavenLog()))
        .contains("jdk-25")
        .contains("-DskipTests")
        .contains("package");
    // Maven leaves jars alone whose content stays the same: the launcher must not build again.
    touch(home.resolve("embedded/src/main/java/A.java"), Instant.now().minusSeconds(30));
    Files.setLastModifiedTime(
        home.resolve("cli/target/cli-0.1.0-SNAPSHOT.jar"), FileTime.from(LONG_AGO.plusSeconds(9)));
    run("jdk-25");
    assertThat(Files.readAllLines(mavenLog())).hasSize(1);
  }

  @Test
  void showsTheEndOfABuildThatFails() throws IOException {
    Files.delete(home.resolve("cli/target/cli-0.1.0-SNAPSHOT.jar"));
    script(tools.resolve("mvn"), "echo '[ERROR] A.java:[1,1] wrong'; exit 1");

    var run = run("jdk-25");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("for the first time")
        .contains("A.java:[1,1] wrong")
        .contains("flexup-build.log")
        .doesNotContain("java of");
  }

  @Test
  void verifiesWithTheJdkItFound() throws IOException {
    script(tools.resolve("chromium"), "exit 0");

    var run = run(home.resolve("flexup"), Map.of(), "jdk-25", "verify", "-pl", "cli");

    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(Files.readString(mavenLog())).contains("-B -ntp -T2 verify -pl cli");
  }

  private Run run(String... jdks) {
    return run(
        home.resolve("flexup"), Map.of(), String.join(":", jdks), "status", "--env", "my env");
  }

  private Run run(Path launcher, Map<String, String> variables, String jdks, String... args) {
    var command = new ArrayList<>(List.of("bash", launcher.toString()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("FLEXUP_"));
    builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
    builder
        .environment()
        .put(
            "FLEXUP_JDKS",
            String.join(
                ":",
                List.of(jdks.split(":")).stream()
                    .map(jdk -> folder.resolve(jdk).toString())
                    .toList()));
    builder.environment().putAll(variables);
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Run(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path mavenLog() {
    return folder.resolve("maven.log");
  }

  private Path jdk(String name, String version) throws IOException {
    var jdk = folder.resolve(name);
    write(jdk.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    script(
        jdk.resolve("bin/java"),
        "echo java of %s; for a in \"$@\"; do printf '<%%s> ' \"$a\"; done".formatted(name));
    script(jdk.resolve("bin/javac"), "echo javac " + version);
    return jdk;
  }

  private static void script(Path file, String text) throws IOException {
    write(file, "#!/usr/bin/env bash\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Writes a file that was there, with its folders, long before anything was built. */
  private void old(Path file) throws IOException {
    write(file, "");
    try (var all = Files.walk(home)) {
      for (var path : all.toList()) {
        touch(path, LONG_AGO);
      }
    }
  }

  private static void touch(Path file, Instant time) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(time));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, text);
  }
}
