package io.flexibleupgrades.benchmarks.factory;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/**
 * Platform distributions for generated factories, all with the same class in one jar. Nothing that
 * was prepared for one is reused for another: each has a resource of its own in the jar.
 */
public final class BenchmarkPlatform {
  /** Java release of the platform. */
  public static final int RELEASE = 21;

  /** Options that the platform has modules compiled with. */
  public static final List<String> OPTIONS = List.of("-Xlint:deprecation");

  private static final String SOURCE =
      """
      package platform;

      public final class Release {
        private Release() {}

        public static int number() {
          return 11;
        }
      }
      """;

  private BenchmarkPlatform() {}

  /** Writes a distribution as the product takes it; returns its jar. */
  public static Path write(Path folder, String version) throws IOException {
    Files.createDirectories(folder.resolve("lib"));
    Files.writeString(
        folder.resolve("platform.yaml"),
        "version: \"%s\"\nrelease: %d\noptions: %s\n".formatted(version, RELEASE, OPTIONS));
    var jar = folder.resolve("lib/platform.jar");
    Files.write(jar, jar(compiled(folder.resolve("classes")), version));
    return jar;
  }

  private static byte[] compiled(Path folder) throws IOException {
    var source = folder.resolve("Release.java");
    Files.createDirectories(folder);
    Files.writeString(source, SOURCE);
    var javac = ToolProvider.getSystemJavaCompiler();
    int failed =
        javac.run(
            null,
            null,
            null,
            "--release",
            Integer.toString(RELEASE),
            "-d",
            folder.toString(),
            source.toString());
    if (failed != 0) {
      throw new IllegalStateException("The platform's own class does not compile.");
    }
    return Files.readAllBytes(folder.resolve("platform/Release.class"));
  }

  private static byte[] jar(byte[] release, String version) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(bytes)) {
      jar.putNextEntry(new JarEntry("platform/Release.class"));
      jar.write(release);
      jar.putNextEntry(new JarEntry("platform/version"));
      jar.write(version.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
