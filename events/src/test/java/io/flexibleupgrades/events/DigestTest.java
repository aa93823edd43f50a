package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DigestTest {
  // The first two examples of FIPS 180-4.
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  private static final String OF_NOTHING =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  @Test
  void isTheSha256OfTheBytes() {
    assertThat(Digest.of("abc".getBytes(StandardCharsets.UTF_8))).hasToString(OF_ABC);
    assertThat(Digest.of(new byte[0])).isEqualTo(new Digest(OF_NOTHING));
  }

  @Test
  void isTheSameWhenTheBytesComeInPieces() {
    var pieces = Digest.sha256();
    pieces.update((byte) 'a');
    pieces.update(new byte[] {'b', 'c'});

    assertThat(HexFormat.of().formatHex(pieces.digest())).isEqualTo(OF_ABC);
  }

  @Test
  void refusesEverythingButSixtyFourLowerCaseHexadecimalDigits() {
    for (var text :
        new String[] {
          "",
          "abc",
          OF_ABC.substring(1),
          OF_ABC + "0",
          OF_ABC.toUpperCase(Locale.ROOT),
          "sha256:" + OF_ABC,
          "g".repeat(64),
          " ".repeat(64),
          "٠".repeat(64),
          "../".repeat(21) + "a"
        }) {
      assertThatThrownBy(() -> new Digest(text))
          .as(text)
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("64 lower-case hexadecimal digits");
    }
  }

  @Test
  void sortsByItsText() {
    assertThat(new Digest(OF_ABC)).isLessThan(new Digest(OF_NOTHING));
  }
}
