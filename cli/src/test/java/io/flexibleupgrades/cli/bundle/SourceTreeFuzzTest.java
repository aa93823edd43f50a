package io.flexibleupgrades.cli.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever files are called, the bundle has exactly them, or the folder is refused. An input is the
 * paths of files below the folder, one a line.
 */
class SourceTreeFuzzTest {
  private static final int MOST_FILES = 8;
  @TempDir static Path folder = Path.of("");

  @DisplayName("G12: the bundle of a folder has its files under their paths, or it is refused")
  @MethodSource("paths")
  @FuzzTest
  void bundlesExactlyTheFilesOfAFolder(byte[] input) throws IOException {
    var root = Files.createDirectory(folder.resolve("src"));
    try {
      var names = write(root, new String(input, UTF_8).lines().limit(MOST_FILES).toList());
      var tree = SourceTree.of(root);
      assertThat(tree.files().keySet()).containsExactlyInAnyOrderElementsOf(names);
      var bundle = Bundle.write(tree.files(), folder.resolve("bundle.zip"));
      try (var zip = new ZipFile(bundle.file().toFile())) {
        assertThat(zip.stream().map(entry -> entry.getName()))
            .containsExactlyElementsOf(tree.files().keySet());
      }
    } catch (RefusedFolderException e) {
      assertThat(e).hasMessageContaining(" ");
    } finally {
      delete(root);
    }
  }

  static Stream<byte[]> paths() {
    return Stream.of(
            "Orders.java",
            "com/acme/Größe.java\ncom/acme/書籍.txt\n.hidden",
            "a/b/c\na/b\na",
            "A.java\na.java\n-rf",
            "back\\slash\nnew\u0085line\n\u202eavaj.A",
            "..\n../outside\n/absolute\n.")
        .map(text -> text.getBytes(UTF_8));
  }

  private static List<String> write(Path root, List<String> paths) throws IOException {
    var written = new ArrayList<String>();
    for (var path : paths) {
      try {
        var file = root.resolve(path).normalize();
        if (file.startsWith(root) && !file.equals(root) && Files.notExists(file)) {
          Files.createDirectories(file.getParent());
          Files.writeString(file, path);
          written.add(root.relativize(file).toString().replace('\\', '/'));
        }
      } catch (InvalidPathException | FileSystemException e) {
        // The file system has no such file, so neither has the folder.
      }
    }
    return written;
  }

  private static void delete(Path root) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
