package io.flexibleupgrades.store.bundles;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A zip that one reader would see otherwise than another is refused. */
class TwoReadersTest {
  private static final int UTF_8 = 1 << 11;
  private static final int SIZES_FOLLOW = 1 << 3;
  private static final byte[] TEXT = "content".getBytes(StandardCharsets.UTF_8);

  private final BundleCheck check = new BundleCheck(Limits.small());
  private final Path folder;

  TwoReadersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  @DisplayName("B41: headers that disagree on whether sizes follow the content are refused")
  void refusesFlagsThatTheOtherHeaderContradicts() throws IOException {
    var agreeing = Zip.entry("a", TEXT);
    agreeing.flags = UTF_8 | SIZES_FOLLOW;
    var agreed = file(new Zip().add(agreeing).bytes());
    assertThatCode(() -> check.check(agreed)).doesNotThrowAnyException();

    for (int flag : new int[] {SIZES_FOLLOW, 1, 1 << 6, 1 << 13}) {
      var central = Zip.entry("a", TEXT);
      central.flags = UTF_8;
      central.localFlags = UTF_8 | flag;
      var zip = file(new Zip().add(central).bytes());
      assertThatThrownBy(() -> check.check(zip))
          .isInstanceOf(HostileBundleException.class)
          .hasMessageContaining("disagree");
    }
    var hidden = Zip.entry("a", TEXT);
    hidden.flags = UTF_8 | SIZES_FOLLOW;
    hidden.localFlags = UTF_8;
    var zip = file(new Zip().add(hidden).bytes());
    assertThatThrownBy(() -> check.check(zip)).isInstanceOf(HostileBundleException.class);
  }

  @Test
  @DisplayName("B41: content that is not that of its checksum is refused")
  void refusesContentOfAnotherChecksum() throws IOException {
    var entry = Zip.entry("a", TEXT);
    entry.crc ^= 1;
    var zip = file(new Zip().add(entry).bytes());

    assertThatThrownBy(() -> check.check(zip))
        .isInstanceOf(MalformedBundleException.class)
        .hasMessageContaining("CRC");
  }

  private Path file(byte[] zip) throws IOException {
    return Files.write(Files.createTempFile(folder, "bundle", ".zip"), zip);
  }
}
