package io.flexibleupgrades.worker.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the store hands out as sources, it is unpacked as files of the bundle or refused. */
class SourceBundleFuzzTest {
  @TempDir static Path folder = Path.of("");

  @DisplayName("G12: any bytes are a bundle of sources or are refused")
  @MethodSource("bundles")
  @FuzzTest
  void unpacksOrRefuses(byte[] input) throws IOException {
    judge(input);
  }

  @DisplayName("G12: a bundle with entries of any name is unpacked or refused")
  @FuzzTest
  void unpacksOrRefusesAnyName(FuzzedDataProvider input) throws IOException {
    var names = new TreeMap<String, byte[]>();
    for (int entries = input.consumeInt(0, 5); entries > 0; entries--) {
      names.put(input.consumeString(30), input.consumeBytes(30));
    }
    judge(zip(names));
  }

  static Stream<byte[]> bundles() throws IOException {
    return Stream.of(
        zip(Map.of("com/acme/A.java", "package com.acme; class A {}".getBytes(UTF_8))),
        zip(Map.of("a b/Größe%20?.java", new byte[] {1}, "x/", new byte[0])),
        zip(Map.of("../A.java", new byte[] {1})),
        zip(Map.of("A:b.java", new byte[] {1}, "/etc/passwd", new byte[0])),
        "PK".getBytes(UTF_8));
  }

  private static void judge(byte[] input) throws IOException {
    var file = Files.write(folder.resolve("bundle.zip"), input);
    Map<String, byte[]> files;
    try {
      files = SourceBundle.read(file);
    } catch (SourceBundle.HostileBundleException e) {
      assertThat(e).hasMessageContaining("source bundle");
      return;
    }
    var root = folder.resolve("unpacked");
    files.forEach((name, bytes) -> {
      var target = root.resolve(name).normalize();
      assertThat(target.startsWith(root) && !target.equals(root)).as(name).isTrue();
      var source = new SourceFile(0, name, new String(bytes, UTF_8));
      assertThat(source.path()).isEqualTo(name);
      assertThat(source.toUri().getPath()).isEqualTo("/0/" + name);
    });
  }

  private static byte[] zip(Map<String, byte[]> files) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        try {
          zip.putNextEntry(new ZipEntry(file.getKey()));
        } catch (IllegalArgumentException e) {
          continue;
        }
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
