package io.flexibleupgrades.servicecenter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.events.ModuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void goesOnWhereThePageEnded() {
    var text = new Cursor("modules of a", new ModuleId("Käse & Brot")).text();

    assertThat(Cursor.start(text, "modules of a")).isEqualTo("Käse & Brot");
    assertThat(text).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void startsBeforeEverythingWithoutACursor() {
    assertThat(Cursor.start(null, "modules of a")).isEmpty();
    assertThat(Cursor.start("", "modules of a")).isEmpty();
  }

  @Test
  void refusesTheCursorOfAnotherList() {
    var text = new Cursor("modules of a", new ModuleId("m")).text();

    assertThatThrownBy(() -> Cursor.start(text, "errors of a"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("another list");
  }

  @Test
  void isShortHoweverLongTheNameOfItsListIs() {
    var list = "modules of a?text=" + "x".repeat(5000);
    var text = new Cursor(list, "7 m").text();

    assertThat(text).hasSizeLessThan(40);
    assertThat(Cursor.<String>position(text, list, after -> after)).isEqualTo("7 m");
    assertThat(Cursor.<String>position("", list, after -> after)).isNull();
    assertThatThrownBy(() -> Cursor.position(text, list + "x", after -> after))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("another list");
  }

  @Test
  void goesOnBelowTheNumberOfTheLastItem() {
    var text = new Cursor("publishes of a", 17).text();

    assertThat(Cursor.below(text, "publishes of a")).isEqualTo(17);
    assertThat(Cursor.below(null, "publishes of a")).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void refusesANameWhereTheListHasNumbers() {
    var text = new Cursor("publishes of a", new ModuleId("m")).text();

    assertThatThrownBy(() -> Cursor.below(text, "publishes of a"))
        .isInstanceOf(BadRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%", "x", "AAAA", "____", "bW9kdWxlcyBvZiBhCg", "bW9kdWxlcyBvZiBhCi4u"})
  void refusesWhatIsNoCursor(String text) {
    assertThatThrownBy(() -> Cursor.start(text, "modules of a"))
        .isInstanceOf(BadRequestException.class);
  }
}
