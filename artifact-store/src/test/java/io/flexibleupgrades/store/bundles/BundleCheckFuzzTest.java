package io.flexibleupgrades.store.bundles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever is uploaded, it breaks a rule or is a zip that unpacks into its own folder; a reader
 * that goes by the entries' own headers finds the same in them, as far as it comes.
 */
class BundleCheckFuzzTest {
  @TempDir static Path folder = Path.of("");

  private final Limits limits = Limits.small();
  private final BundleCheck check = new BundleCheck(limits);

  @DisplayName("G12: any bytes are a harmless bundle or are refused")
  @MethodSource("bundles")
  @FuzzTest
  void takesHarmlessBundlesOnly(byte[] input) throws IOException {
    judge(input);
  }

  @DisplayName("G12: an archive with any names and any lies is a harmless bundle or is refused")
  @FuzzTest
  void takesHarmlessArchivesOnly(FuzzedDataProvider input) throws IOException {
    var zip = new Zip();
    for (int entries = input.consumeInt(0, 6); entries > 0; entries--) {
      zip.add(entry(input));
    }
    judge(zip.bytes());
  }

  static Stream<byte[]> bundles() {
    return Stream.of(
        new Zip().bytes(),
        Zip.named("a/", "a/b.txt", "c"),
        Zip.of("com/acme/Größe.java", "class Größe {}".repeat(50).getBytes(UTF_8)),
        Zip.of("../evil", new byte[] {1}),
        new Zip().add(Zip.entry("link", new byte[] {1}).mode(0120777)).bytes(),
        "PK".getBytes(UTF_8));
  }

  private static Zip.Entry entry(FuzzedDataProvider input) {
    var name =
        input.consumeBoolean()
            ? input.consumeString(40).getBytes(UTF_8)
            : input.consumeBytes(input.consumeInt(0, 20));
    var entry = new Zip.Entry(name, input.consumeBytes(input.consumeInt(0, 200)));
    switch (input.consumeInt(0, 9)) {
      case 0 -> entry.localName = input.consumeBytes(10);
      case 1 -> entry.mode = input.consumeInt();
      case 2 -> entry.bytes = input.consumeLong(0, 0xFFFFFFFFL);
      case 3 -> entry.compressedBytes = input.consumeLong(0, 0xFFFFFFFFL);
      case 4 -> entry.flags = input.consumeInt();
      case 5 -> entry.offset = input.consumeLong(0, 500);
      case 6 -> entry.method = 0;
      default -> entry.mode = 0100644;
    }
    return entry;
  }

  private void judge(byte[] input) throws IOException {
    var file = Files.write(folder.resolve("bundle.zip"), input);
    try {
      check.check(file);
    } catch (HostileBundleException | MalformedBundleException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "\u0000", "\u001b");
      return;
    }
    var files = unpackedByDirectory(file);
    unpackedInSequence(file)
        .forEach((name, content) -> {
          if (files.containsKey(name)) {
            assertThat(content).as(name).isEqualTo(files.get(name));
          }
        });
  }

  private Map<String, String> unpackedByDirectory(Path file) throws IOException {
    var files = new TreeMap<String, String>();
    long bytes = 0;
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : zip.stream().toList()) {
        var root = folder.resolve("unpacked");
        var target = root.resolve(entry.getName()).normalize();
        assertThat(target.startsWith(root) && !target.equals(root)).as(entry.getName()).isTrue();
        var content = zip.getInputStream(entry).readAllBytes();
        bytes += content.length;
        files.put(entry.getName(), new String(content, UTF_8));
      }
      assertThat(files).hasSize(zip.size());
    }
    assertThat(bytes).isLessThanOrEqualTo(limits.maxUncompressedBytes());
    return files;
  }

  /** Returns what a reader sees that does not look at the central directory, until it gives up. */
  private static Map<String, String> unpackedInSequence(Path file) throws IOException {
    var files = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(Files.newInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      return files;
    }
    return files;
  }
}
