package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {
  record Kind(String what, Function<String, Object> make) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("A module's name", ModuleId::new),
        new Kind("A unit's name", UnitId::new),
        new Kind("An environment's name", EnvironmentName::new),
        new Kind("A worker's name", WorkerName::new));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void acceptsWhatPeopleCallTheirModules(Kind kind) {
    for (var name :
        new String[] {
          "a", "Orders", "Order Entry (old)", "Bücher 書籍", "…", "a.b", "...", "😀", "%2F?#&<b>"
        }) {
      assertThat(kind.make().apply(name)).hasToString(name);
    }
    assertThat(kind.make().apply("n".repeat(500))).hasToString("n".repeat(500));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesControlCharactersSlashesAndHalfCharacters(Kind kind) {
    for (var name :
        new String[] {
          "a\u0000b",
          "a\nb",
          "a\tb",
          "a\u007fb",
          "a\u0085b",
          "a/b",
          "/",
          "a\\b",
          "a\ud800b",
          "\udc00"
        }) {
      assertRefused(kind, name, "must have no control character, half of a surrogate pair");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesNamesThatAreEmptyTooLongOrHaveSpaceAtAnEnd(Kind kind) {
    for (var name : new String[] {"", " ", "\t", " a", "a ", "a\n", "n".repeat(501)}) {
      assertRefused(kind, name, "must have 1 to 500 characters and no space at either end");
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void refusesNamesThatAreFoldersToAFileSystem(Kind kind) {
    assertRefused(kind, ".", "must not be '.'");
    assertRefused(kind, "..", "must not be '..'");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void saysWhichNameItRefusesInAMessageThatCanBeShown(Kind kind) {
    assertThatThrownBy(() -> kind.make().apply("a\u0000\u001b[31m" + "😀".repeat(600)))
        .hasMessageContaining("'a\uFFFD\uFFFD[31m😀")
        .hasMessageContaining("😀…'")
        .message()
        .doesNotContainPattern("\\p{Cntrl}|\\p{Cs}")
        .hasSizeLessThan(400);
  }

  private static void assertRefused(Kind kind, String name, String rule) {
    assertThatThrownBy(() -> kind.make().apply(name))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(kind.what())
        .hasMessageContaining(rule);
  }
}
