package io.flexibleupgrades.worker.artifacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.worker.daemon.ArtifactJar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the store hands out, it is what was asked for or a fault of the store. */
class StoredBlobsFuzzTest {
  private static final Digest DIGEST = Digest.of(new byte[0]);
  @TempDir static Path folder = Path.of("");

  @DisplayName("G12: any bytes are an artifact with a class path or a fault of the store")
  @MethodSource("artifacts")
  @FuzzTest
  void readsAnArtifact(byte[] input) throws IOException {
    var file = Files.write(folder.resolve("artifact.jar"), input);
    try {
      assertThat(ArtifactDescription.read(DIGEST, file)).isNotNull();
    } catch (StoreFaultException e) {
      assertThat(e).hasMessageContaining("is no artifact");
    }
  }

  @DisplayName("G12: any JSON is an artifact's class path or a fault of the store")
  @MethodSource("metadata")
  @FuzzTest
  void readsAnArtifactsMetadata(byte[] input) throws IOException {
    readsAnArtifact(zip(Map.of(ArtifactJar.METADATA, input)));
  }

  @DisplayName("G12: any YAML describes a platform distribution or is a fault of the store")
  @MethodSource("descriptions")
  @FuzzTest
  void readsAPlatformsDescription(byte[] input) throws IOException {
    readsAPlatform(zip(Map.of("platform.yaml", input, "lib/a.jar", new byte[] {1})));
  }

  @DisplayName("G12: any bytes are a platform distribution or a fault of the store")
  @MethodSource("platforms")
  @FuzzTest
  void readsAPlatform(byte[] input) throws IOException {
    var file = Files.write(folder.resolve("platform.zip"), input);
    var target = folder.resolve("platform");
    try {
      var platform = PlatformDistributions.read(DIGEST, file, target);
      assertThat(platform.jars()).allMatch(jar -> target.equals(jar.normalize().getParent()));
    } catch (StoreFaultException e) {
      assertThat(e).hasMessageContaining("is no platform distribution");
    } finally {
      delete(target);
    }
  }

  static Stream<byte[]> artifacts() throws IOException {
    return Stream.of(
        zip(Map.of(ArtifactJar.METADATA, metadata().findFirst().orElseThrow())), bytes("PK"));
  }

  static Stream<byte[]> metadata() {
    var metadata =
        new ArtifactMetadata(
            new ModuleId("Größe"),
            new PlatformVersion("11.9.0"),
            DIGEST,
            DIGEST,
            "javac 25",
            List.of("-parameters"),
            "surface-1",
            List.of(new ProducerArtifact(new ModuleId("Core"), DIGEST)));
    return Stream.of(bytes(metadata.json()), bytes("{}"), bytes("null"), bytes("[".repeat(2_000)));
  }

  static Stream<byte[]> descriptions() {
    return Stream.of(
        bytes("version: '11.9.0'\nrelease: 21\noptions: [-parameters]\n"),
        bytes("release: 21\noptions: [&a [&b [*a]], *b]\n"),
        bytes("release: twenty\n"),
        bytes("{release: 8, options: {a: 1}}"));
  }

  static Stream<byte[]> platforms() throws IOException {
    return Stream.of(
        zip(
            Map.of(
                "platform.yaml",
                descriptions().findFirst().orElseThrow(),
                "lib/a.jar",
                bytes("x"))),
        zip(Map.of("lib/..jar", bytes("x"), "lib/../../b.jar", bytes("y"))));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static void delete(Path root) throws IOException {
    if (Files.exists(root)) {
      try (var files = Files.walk(root)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
