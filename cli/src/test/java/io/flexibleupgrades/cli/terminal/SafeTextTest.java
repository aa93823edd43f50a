package io.flexibleupgrades.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SafeTextTest {
  @Test
  void takesControlCharactersAndDirectionMarksOut() {
    assertThat(SafeText.line("a\u001b[31mb\u0007\u009bc\u202Ed\u2066e")).isEqualTo("a[31mbcde");
  }

  @Test
  void keepsWordsApartWhereALineEnds() {
    assertThat(SafeText.line("one\ntwo\tthree")).isEqualTo("one two three");
  }

  @Test
  void measuresWideAndCombiningCharacters() {
    assertThat(SafeText.width("abc")).isEqualTo(3);
    assertThat(SafeText.width("注文")).isEqualTo(4);
    assertThat(SafeText.width("e\u0301")).isEqualTo(1);
  }

  @Test
  void cutsToTheColumnsThereAre() {
    assertThat(SafeText.cut("Shipments", 9)).isEqualTo("Shipments");
    assertThat(SafeText.cut("Shipments", 5)).isEqualTo("Ship…");
    assertThat(SafeText.width(SafeText.cut("注文注文注文", 6))).isLessThanOrEqualTo(6);
  }
}
