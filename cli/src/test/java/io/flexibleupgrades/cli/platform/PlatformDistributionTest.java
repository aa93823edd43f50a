package io.flexibleupgrades.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.cli.command.CommandFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlatformDistributionTest {
  @TempDir Path folder;
  @TempDir Path scratch;
  @TempDir Path otherScratch;

  @Test
  void compilesItsSourcesIntoOneJar() throws IOException {
    manifest("version: 11.10\nrelease: 21\noptions: [-Xlint:deprecation]\n");
    source("platform/Text.java", "package platform; public final class Text {}");
    source("platform/words.txt", "resource");

    var distribution = PlatformDistribution.bundle(folder, scratch, _ -> {});

    assertThat(distribution.version().value()).isEqualTo("11.10");
    try (var zip = new ZipFile(distribution.bundle().file().toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .containsExactly("lib/platform.jar", "platform.yaml");
    }
    try (var jar = new ZipFile(scratch.resolve("platform.jar").toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .containsExactly("platform/Text.class", "platform/words.txt");
    }
  }

  @Test
  void hasTheSameBitsEachTime() throws IOException {
    manifest("version: 11.9.0\nrelease: 21\n");
    source("platform/Text.java", "package platform; public final class Text {}");

    assertThat(PlatformDistribution.bundle(folder, scratch, _ -> {}).bundle().digest())
        .isEqualTo(PlatformDistribution.bundle(folder, otherScratch, _ -> {}).bundle().digest());
  }

  @Test
  void takesJarsAsTheyAre() throws IOException {
    manifest("version: 11.9.0\nrelease: 21\n");
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(folder.resolve("lib/a.jar"), "jar");
    Files.writeString(folder.resolve("lib/readme.txt"), "text");

    var distribution = PlatformDistribution.bundle(folder, scratch, _ -> {});

    try (var zip = new ZipFile(distribution.bundle().file().toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .containsExactly("lib/a.jar", "platform.yaml");
    }
  }

  @Test
  void showsCompileErrorsWithFileAndLine() throws IOException {
    manifest("version: 11.9.0\nrelease: 21\n");
    source("platform/Text.java", "package platform;\nclass Text { Missing m; }");

    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> PlatformDistribution.bundle(folder, scratch, _ -> {}))
        .withMessageContaining("1 errors")
        .withMessageContaining("platform/Text.java:2: cannot find symbol");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "release: 21                      | 'version' is missing",
        "version: eleven\\nrelease: 21    | platform.yaml:1: A platform version has two to four",
        "version: 11.9.0                  | 'release' is missing",
        "version: 11.9.0\\nrelease: 999   | platform.yaml:2: The Java release '999'",
        "version: 11.9.0\\nrelease: '-1'  | platform.yaml:2: The Java release '-1'",
        "version: 11.9.0\\nrelease: 21    | neither jars in lib nor sources",
        "version: {                       | no YAML",
      })
  void refusesAMalformedDistributionWithTheReason(String yaml, String reason) throws IOException {
    manifest(yaml.replace("\\n", "\n"));

    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> PlatformDistribution.bundle(folder, scratch, _ -> {}))
        .withMessageContaining(reason);
  }

  @Test
  void refusesAFolderWithoutManifest() {
    assertThatExceptionOfType(CommandFailedException.class)
        .isThrownBy(() -> PlatformDistribution.bundle(folder, scratch, _ -> {}))
        .withMessageContaining("platform.yaml is missing");
  }

  private void manifest(String yaml) throws IOException {
    Files.writeString(folder.resolve("platform.yaml"), yaml);
  }

  private void source(String name, String text) throws IOException {
    var file = folder.resolve("src").resolve(name);
    Files.createDirectories(folder.resolve("src/platform"));
    Files.writeString(file, text);
  }
}
