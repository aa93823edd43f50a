package io.flexibleupgrades.orchestrator.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a dead letter, what is shown of it commands no terminal. */
class ShownBytesFuzzTest {
  private static final int MOST = 100;

  @DisplayName("G12: any bytes are shown in visible characters, and their place is read or refused")
  @MethodSource("bytes")
  @FuzzTest
  void showsVisibleCharactersOnly(byte[] input) {
    var shown = ShownBytes.of(input, MOST);

    assertThat(shown.shown().codePoints().noneMatch(ShownBytesFuzzTest::isInvisible)).isTrue();
    assertThat(shown.bytes()).isEqualTo(input.length);
    assertThat(shown.shown().length()).isLessThanOrEqualTo(MOST * 10);
    var text = new String(input, UTF_8);
    try {
      assertThat(LetterPlace.parse(LetterPlace.parse(text).toString()).partition()).isNotNegative();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageContaining("'");
    }
  }

  static Stream<byte[]> bytes() {
    return Stream.of(
        "{\"a\":\n1}".getBytes(UTF_8),
        "\u001b[2J".getBytes(UTF_8),
        "\u202e\u2066\ue000".getBytes(UTF_8),
        "flexup.prepare-outcomes/0/17".getBytes(UTF_8),
        new byte[] {-1, 0});
  }

  private static boolean isInvisible(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE;
  }
}
