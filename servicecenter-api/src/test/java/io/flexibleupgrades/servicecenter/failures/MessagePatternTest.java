package io.flexibleupgrades.servicecenter.failures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagePatternTest {
  @Test
  @DisplayName("B50 what differs in names only is one pattern")
  void leavesNamesOut() {
    var foo = "cannot find symbol\n  symbol:   class Foo\n  location: class shop.cart.Basket";
    var bar = "cannot find symbol\n  symbol:   class bar\n  location: class rates.Card";

    assertThat(compiler(foo))
        .isEqualTo(compiler(bar))
        .isEqualTo("cannot find symbol symbol: class ‹name› location: class ‹name›");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "incompatible types: String cannot be converted to int"
            + "|incompatible types: ‹name› cannot be converted to int",
        "incompatible types: java.util.Map<String,java.util.List<Foo>> cannot be converted to T[]"
            + "|incompatible types: ‹name› cannot be converted to ‹name›",
        "symbol: method gone(java.lang.String,int)|symbol: method ‹name›()",
        "symbol: method gone()|symbol: method ‹name›()",
        "package old.api does not exist|package ‹name› does not exist",
        "package api does not exist|package ‹name› does not exist",
        "method does not override or implement a method from a supertype"
            + "|method does not override or implement a method from a supertype",
        "variable x is already defined in method main(String[])"
            + "|variable ‹name› is already defined in method ‹name›()",
        "Foo is not abstract and does not override abstract method run() in Runnable"
            + "|‹name› is not abstract and does not override abstract method ‹name›() in ‹name›",
        "';' expected|';' expected",
        "'else' without 'if'|'else' without 'if'",
        "class, interface, enum, or record expected|class, interface, enum, or record expected",
        "no suitable member 'rate' in \"Card\"|no suitable member ‹name› in ‹name›",
        "it isn't in b's list|it isn't in b's list",
        "error reading /srv/a/lib.jar; see C:\\temp\\x.log at 12:30"
            + "|error reading ‹path›; see ‹path› at ‹number›",
        "version 11.9.0 has 1,024 of 0x7f|version ‹number› has ‹number› of ‹number›",
        "symbol: class מודול|symbol: class ‹name›",
        "digest 0a1b2c3d4e5f and a0b1c2d3e4f5|digest ‹name› and ‹name›",
      })
  void readsMessagesOfTheCompiler(String message, String pattern) {
    assertThat(compiler(message)).isEqualTo(pattern);
  }

  @Test
  void keepsTheFirstWordsOfSentences() {
    var pattern =
        MessagePattern.of("The worker Ada-7 fell silent after 30 s. Attempt 3 of 3.", true);

    assertThat(pattern)
        .isEqualTo(
            "The worker ‹name›-‹number› fell silent after ‹number› s."
                + " Attempt ‹number› of ‹number›.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t\r", "\u200f\u202e", "\0"})
  void hasNoPatternWithoutText(String blank) {
    assertThat(compiler(blank)).isEmpty();
  }

  @Test
  void ignoresMarksOfTheWritingDirection() {
    assertThat(compiler("\u202ecannot\u200f find symbol\u2069"))
        .isEqualTo(compiler("cannot find symbol"));
  }

  @Test
  void leavesMarkupToThePage() {
    assertThat(compiler("<b>bad</b> <img src=x>")).startsWith("<b>bad").contains("<img src=x>");
  }

  @Test
  void cutsLongMessagesBetweenCharacters() {
    var pattern = compiler("😀".repeat(900));

    assertThat(pattern.codePointCount(0, pattern.length())).isEqualTo(300);
    assertThat(pattern).startsWith("😀").endsWith("😀…");
    assertThat(compiler("x".repeat(500) + " y")).hasSize(300);
    assertThat(compiler("is ".repeat(50_000))).hasSize(300);
  }

  @Test
  void readsAnything() {
    long seed = Long.getLong("flexup.patterns.seed", System.nanoTime());
    System.out.printf("seed %d, replay it with -Dflexup.patterns.seed=%d%n", seed, seed);
    var random = new Random(seed);
    var alphabet = "aB1 .,:;/\\'\"`<>()[]{}$_-‹›\n\u202eא😀";
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(200); length >= 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }

      assertThat(compiler(text.toString())).as(text.toString()).hasSizeLessThanOrEqualTo(600);
    }
  }

  private static String compiler(String message) {
    return MessagePattern.of(message, false);
  }
}
