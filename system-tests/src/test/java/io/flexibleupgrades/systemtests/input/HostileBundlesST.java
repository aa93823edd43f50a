package io.flexibleupgrades.systemtests.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.SourceBundle;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bundles that would do harm when they are unpacked. */
@ExtendWith(SharedSystem.class)
class HostileBundlesST {
  private static final int CENTRAL_HEADER = 0x02014b50;
  private static final int BOMB_BYTES = 64 * 1024 * 1024;

  private final RunningSystem system;

  HostileBundlesST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B41: an entry that climbs out of its folder is refused")
  void refusesAPathThatClimbsOut() {
    assertRefused("../evil/Evil.java", zip("../evil/Evil.java", new byte[10]));
  }

  @Test
  @DisplayName("B41: an entry with an absolute path is refused")
  void refusesAnAbsolutePath() {
    assertRefused("/etc/Evil.java", zip("/etc/Evil.java", new byte[10]));
  }

  @Test
  @DisplayName("B41: a link is refused")
  void refusesALink() {
    assertRefused("passwd", asLink(zip("passwd", "/etc/passwd".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  @DisplayName("B41: a compression bomb is refused")
  void refusesABomb() {
    assertRefused("Bomb.java", zip("Bomb.java", new byte[BOMB_BYTES]));
  }

  private void assertRefused(String entry, byte[] zip) {
    var bundle = new SourceBundle(zip);

    var answer = bundle.upload(system.store());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.problem()).isEqualTo("hostile-bundle");
    assertThat(answer.text("detail")).contains(entry);
    var path = "blobs/sha256/" + bundle.digest();
    assertThat(system.store().get(path).status()).as("nothing is stored").isEqualTo(404);
  }

  private static byte[] zip(String name, byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Says in the central directory that the only entry was made on Unix as a symbolic link. */
  private static byte[] asLink(byte[] zip) {
    var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int header = 0;
    while (buffer.getInt(header) != CENTRAL_HEADER) {
      header++;
    }
    buffer.put(header + 5, (byte) 3);
    buffer.putInt(header + 38, 0120777 << 16);
    return zip;
  }
}
