package io.flexibleupgrades.orchestrator.deadletters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownBytesTest {

  @Test
  void showsTextOnOneLine() {
    assertThat(shown("{\"a\":\n\t\"Bücher 書籍\\n\"}"))
        .isEqualTo(new ShownBytes("text", "{\"a\":\\n\\t\"Bücher 書籍\\\\n\"}", 26, false));
  }

  @Test
  void escapesWhatReversesTheDirectionOfWriting() {
    assertThat(shown("a\u202eb\u2028c").shown()).isEqualTo("a\\u{202e}b\\u{2028}c");
  }

  @Test
  void showsHexadecimalDigitsOfWhatIsNoText() {
    assertThat(ShownBytes.of(new byte[] {(byte) 0xff, 0, 10}, 100))
        .isEqualTo(new ShownBytes("hex", "ff000a", 3, false));
    assertThat(shown("\u001b[2J").form()).isEqualTo("hex");
  }

  @Test
  void saysThatItCutsAndNeverCutsACharacterInTwo() {
    assertThat(ShownBytes.of("\uD83D\uDE00\uD83D\uDE00!".getBytes(UTF_8), 1))
        .isEqualTo(new ShownBytes("text", "\uD83D\uDE00", 9, true));
    assertThat(ShownBytes.of(new byte[] {-1, -2, -3}, 2))
        .isEqualTo(new ShownBytes("hex", "fffe", 3, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "flexup.prepare-outcomes",
        "flexup.prepare-outcomes/0",
        "other/0/1",
        "flexup.prepare-outcomes/-1/1",
        "flexup.prepare-outcomes/0/9999999999999999999",
        "flexup.prepare-outcomes/0/1/",
        "flexup.prepare-outcomes/٣/1"
      })
  void refusesWhatIsNoPlace(String text) {
    assertThatThrownBy(() -> LetterPlace.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsAPlaceAsItIsWritten() {
    var place = new LetterPlace(LetterTopic.PREPARE_OUTCOMES, 0, 17);

    assertThat(place).hasToString("flexup.prepare-outcomes/0/17");
    assertThat(LetterPlace.parse(place.toString())).isEqualTo(place);
  }

  private static ShownBytes shown(String text) {
    return ShownBytes.of(text.getBytes(UTF_8), 100);
  }
}
