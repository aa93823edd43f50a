package io.flexibleupgrades.cli.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleTest {
  @TempDir Path folder;

  @Test
  void dependsOnNamesAndBytesOnly() throws IOException {
    var first = tree("first");
    var second = tree("second");
    Files.setLastModifiedTime(second.resolve("b/B.java"), FileTime.fromMillis(0));

    assertThat(bundle(first, "1.zip").digest()).isEqualTo(bundle(second, "2.zip").digest());

    Files.writeString(second.resolve("b/B.java"), "class B {} ");
    assertThat(bundle(first, "3.zip").digest()).isNotEqualTo(bundle(second, "4.zip").digest());
  }

  @Test
  void hasTheSameDigestOnEveryMachine() throws IOException {
    assertThat(bundle(tree("any"), "1.zip").digest().value())
        .isEqualTo("e660b8fc0507dfc06e7c630e046f8df678c8f02ce704b0aeb705309d108dba8c");
  }

  @Test
  void listsItsFilesInTheOrderOfTheirNames() throws IOException {
    var bundle = bundle(tree("any"), "1.zip");

    try (var zip = new ZipFile(bundle.file().toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .containsExactly("a/A.java", "b/B.java");
    }
  }

  @Test
  void refusesALinkAndNamesIt() throws IOException {
    var source = tree("linked");
    Files.createSymbolicLink(source.resolve("a/passwd"), folder.resolve("elsewhere"));

    assertThatExceptionOfType(RefusedFolderException.class)
        .isThrownBy(() -> SourceTree.of(source))
        .satisfies(e -> assertThat(e.file()).isEqualTo(source.resolve("a/passwd")))
        .withMessageContaining("link");
  }

  @Test
  void refusesALinkedFolderOfSources() throws IOException {
    var link = Files.createSymbolicLink(folder.resolve("src"), tree("real"));

    assertThatExceptionOfType(RefusedFolderException.class)
        .isThrownBy(() -> SourceTree.of(link))
        .withMessageContaining("It is a link.");
  }

  @Test
  void refusesAFileThatIsTooLargeWithoutReadingIt() throws IOException {
    var source = tree("large");
    try (var file = new RandomAccessFile(source.resolve("film.mp4").toFile(), "rw")) {
      file.setLength(SourceTree.LARGEST_FILE_BYTES + 1);
    }

    assertThatExceptionOfType(RefusedFolderException.class)
        .isThrownBy(() -> SourceTree.of(source))
        .withMessageContaining("film.mp4")
        .withMessageContaining("64 MiB");
  }

  private Path tree(String name) throws IOException {
    var source = folder.resolve(name);
    Files.createDirectories(source.resolve("b"));
    Files.createDirectories(source.resolve("a"));
    Files.writeString(source.resolve("b/B.java"), "class B {}");
    Files.writeString(source.resolve("a/A.java"), "class A {}");
    return source;
  }

  private Bundle bundle(Path source, String zip) {
    return Bundle.write(SourceTree.of(source).files(), folder.resolve(zip));
  }
}
