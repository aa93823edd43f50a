package io.flexibleupgrades.store.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B41: a hostile bundle is refused with the entry, the rule and what to do. */
@DisplayName("B41 bundle check")
class BundleCheckTest {
  private static final byte[] TEXT = "class A {}".getBytes(StandardCharsets.UTF_8);

  private final BundleCheck check = new BundleCheck(Limits.small());
  private final Path folder;

  BundleCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void takesWhatOrdinaryToolsWrite() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("com/"));
      zip.putNextEntry(new ZipEntry("com/acme/Größe.java"));
      zip.write(TEXT);
      zip.putNextEntry(new ZipEntry("com/acme/empty.txt"));
      zip.closeEntry();
    }

    assertThatCode(() -> check(bytes.toByteArray())).doesNotThrowAnyException();
    assertThatCode(() -> check(Zip.named("a/", "a/b.txt", "c"))).doesNotThrowAnyException();
    assertThatCode(() -> check(new Zip().bytes())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "../evil, PATH_SEGMENT",
    "a/../../evil, PATH_SEGMENT",
    "a/./b, PATH_SEGMENT",
    "a//b, PATH_SEGMENT",
    "'', PATH_SEGMENT",
    "/etc/passwd, ABSOLUTE_PATH",
    "C:/windows/x, ABSOLUTE_PATH",
    "c:x, ABSOLUTE_PATH",
    "a\\..\\evil, BACKSLASH",
    "'a\u0000.txt', CONTROL_CHARACTER",
    "'a\nb', CONTROL_CHARACTER",
    "'a\u0085b', CONTROL_CHARACTER",
  })
  void refusesANameThatLeadsElsewhere(String name, BundleRule rule) {
    assertRefused(Zip.of(name, TEXT), rule, name);
  }

  @Test
  void refusesANameThatIsTooLong() {
    assertThatCode(() -> check(Zip.of("x".repeat(1000), TEXT))).doesNotThrowAnyException();
    assertRefused(Zip.of("x".repeat(1001), TEXT), BundleRule.NAME_LENGTH, "xxx");
  }

  @Test
  void refusesANameThatIsNotUtf8() {
    var entry = new Zip.Entry(new byte[] {'a', (byte) 0xff}, TEXT);

    assertRefused(new Zip().add(entry).bytes(), BundleRule.NAME_ENCODING, "aÿ");
  }

  @Test
  void refusesNamesThatAreNotUnique() {
    assertRefused(Zip.named("a/b", "a/b"), BundleRule.DUPLICATE_NAME, "a/b");
    assertRefused(Zip.named("a/Name", "a/nAME"), BundleRule.CASE_CLASH, "a/nAME");
    assertRefused(Zip.named("straße", "STRASSE"), BundleRule.CASE_CLASH, "STRASSE");
    assertRefused(Zip.named("caf\u00e9", "cafe\u0301"), BundleRule.CASE_CLASH, "cafe\u0301");
    assertRefused(Zip.named("a", "a/"), BundleRule.FILE_AND_FOLDER, "a/");
    assertRefused(Zip.named("a/b/c", "a/b"), BundleRule.FILE_AND_FOLDER, "a/b");
  }

  @ParameterizedTest
  @ValueSource(ints = {0120777, 0020666, 0060660, 0010644, 0140755, 0104755, 0102755, 0101755})
  void refusesLinksDevicesAndSpecialBits(int mode) {
    var entry = Zip.entry("link", TEXT).mode(mode);

    assertRefused(new Zip().add(entry).bytes(), BundleRule.SPECIAL_FILE, "link");
  }

  @Test
  void refusesAFolderThatIsAFile() {
    assertRefused(
        new Zip().add(Zip.entry("a/", new byte[0]).mode(0100644)).bytes(),
        BundleRule.SPECIAL_FILE,
        "a/");
    assertRefused(Zip.of("a/", TEXT), BundleRule.FOLDER_WITH_CONTENT, "a/");
    assertThatCode(() -> check(new Zip().add(Zip.entry("a", TEXT).mode(0100755)).bytes()))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesEncryptedEntries() {
    var entry = Zip.entry("a", TEXT);
    entry.flags |= 1;

    assertRefused(new Zip().add(entry).bytes(), BundleRule.ENCRYPTED, "a");
  }

  @Test
  void refusesTooManyEntries() {
    var zip = new Zip();
    for (int i = 0; i < 101; i++) {
      zip.add(Zip.entry("e" + i, TEXT));
    }

    assertRefused(zip.bytes(), BundleRule.ENTRY_COUNT, "bundle");
  }

  @Test
  void refusesZip64() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < 65_536; i++) {
        zip.putNextEntry(new ZipEntry("" + i));
      }
    }

    assertRefused(bytes.toByteArray(), BundleRule.ENTRY_COUNT, "bundle");
  }

  @Test
  void refusesAnEndlessDirectory() {
    var zip = new Zip();
    for (int i = 0; i < 20; i++) {
      zip.add(Zip.entry(i + "n".repeat(900), TEXT));
    }

    assertRefused(zip.bytes(), BundleRule.DIRECTORY_SIZE, "bundle");
  }

  @Test
  void refusesABombByItsRatio() {
    assertRefused(Zip.of("bomb", new byte[200_000]), BundleRule.COMPRESSION_RATIO, "bomb");
    assertThatCode(() -> check(Zip.of("zeros", new byte[50_000]))).doesNotThrowAnyException();
  }

  @Test
  void refusesManySmallBombsByTheRatioOfTheBundle() {
    var zip = new Zip();
    for (int i = 0; i < 8; i++) {
      zip.add(Zip.entry("" + i, new byte[49_000]));
    }
    var limits = new Limits(1 << 20, 100, 1 << 14, 4_000_000, 300_000, 10, 50_000, 1000, 2);

    assertThatThrownBy(() -> new BundleCheck(limits).check(written(zip.bytes())))
        .isInstanceOfSatisfying(
            HostileBundleException.class,
            e -> assertThat(e.rule()).isEqualTo(BundleRule.COMPRESSION_RATIO));
  }

  @Test
  void refusesMoreThanTheUncompressedSize() {
    assertRefused(Zip.of("large", noise(300_001)), BundleRule.UNCOMPRESSED_SIZE, "large");
    var two = new Zip().add(Zip.entry("a", noise(250_000))).add(Zip.entry("b", noise(250_000)));
    assertRefused(two.bytes(), BundleRule.UNCOMPRESSED_SIZE, "b");
  }

  @Test
  void refusesSizesThatLie() {
    var less = Zip.entry("less", noise(100_000));
    less.bytes = 10;
    assertRefused(new Zip().add(less).bytes(), BundleRule.LYING_HEADER, "less");
    var more = Zip.entry("more", TEXT);
    more.bytes = 20_000;
    assertRefused(new Zip().add(more).bytes(), BundleRule.LYING_HEADER, "more");
    var cut = Zip.entry("cut", noise(1000));
    cut.compressedBytes = 500;
    assertRefused(new Zip().add(cut).bytes(), BundleRule.LYING_HEADER, "cut");
    var stored = Zip.entry("stored", TEXT);
    stored.method = 0;
    assertRefused(new Zip().add(stored).bytes(), BundleRule.LYING_HEADER, "stored");
  }

  @Test
  void refusesANameThatTheOtherHeaderContradicts() {
    var entry = Zip.entry("good", TEXT);
    entry.localName = "../evil".getBytes(StandardCharsets.UTF_8);

    assertRefused(new Zip().add(entry).bytes(), BundleRule.LYING_HEADER, "good");
  }

  @ParameterizedTest
  @DisplayName("G12: what an entry's own header says of its content is what the directory says")
  @CsvSource({"6, 8", "6, 1", "14, 1"})
  void refusesFlagsAndACrcThatTheOtherHeaderContradicts(int at, byte bits) {
    var bytes = Zip.of("good", TEXT);
    bytes[at] ^= bits;

    assertRefused(bytes, BundleRule.LYING_HEADER, "good");
  }

  @Test
  void refusesEntriesThatShareBytes() {
    var inner = Zip.of("inner", TEXT);
    var outer = Zip.entry("outer", inner);
    outer.method = 0;
    outer.compressed = inner;
    outer.compressedBytes = inner.length;
    var hidden = Zip.entry("inner", TEXT);
    hidden.offset = 30L + "outer".length();

    assertRefused(
        new Zip().add(outer).add(hidden).bytes(), BundleRule.OVERLAPPING_ENTRIES, "inner");
  }

  @Test
  void refusesAnEntryThatReachesIntoTheDirectory() {
    var entry = Zip.entry("greedy", TEXT);
    entry.compressedBytes = TEXT.length + 40L;

    assertRefused(new Zip().add(entry).bytes(), BundleRule.OVERLAPPING_ENTRIES, "greedy");
  }

  @Test
  void refusesWhatIsNoWholeZip() {
    var zip = Zip.of("a", noise(5000));
    for (int length : new int[] {0, 1, 21, 100, zip.length / 2, zip.length - 1}) {
      assertThatThrownBy(() -> check(Arrays.copyOf(zip, length)))
          .as("%d of %d bytes", length, zip.length)
          .isInstanceOf(MalformedBundleException.class);
    }
    assertThatThrownBy(() -> check(Arrays.copyOf(zip, zip.length + 1)))
        .isInstanceOf(MalformedBundleException.class);
  }

  @Test
  void neverMeetsAnythingButARefusalInDamagedZips() throws IOException {
    var zip = Zip.named("a/", "a/b", "a/c", "d");
    for (int seed = 0; seed < 5_000; seed++) {
      var random = new Random(seed);
      var damaged = zip.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        check(damaged);
      } catch (HostileBundleException | MalformedBundleException e) {
        assertThat(e.getMessage()).as("seed %s", seed).isNotBlank();
      } catch (RuntimeException e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private void assertRefused(byte[] zip, BundleRule rule, String entry) {
    assertThatThrownBy(() -> check(zip))
        .isInstanceOfSatisfying(
            HostileBundleException.class,
            e -> {
              assertThat(e.rule()).isEqualTo(rule);
              assertThat(e)
                  .hasMessageContaining(rule.slug())
                  .hasMessageContaining(rule.advice())
                  .hasMessageContaining(EntryNames.shown(entry));
            });
  }

  private void check(byte[] zip) throws IOException {
    check.check(written(zip));
  }

  private Path written(byte[] zip) throws IOException {
    return Files.write(folder.resolve("bundle.zip"), zip);
  }

  private static byte[] noise(int length) {
    var bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
