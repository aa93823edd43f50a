package io.flexibleupgrades.servicecenter.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.flexibleupgrades.events.ModuleId;
import org.junit.jupiter.api.DisplayName;

/** Whatever stands in an address or a query, it is what it should be or a refusal of status 400. */
class ParametersFuzzTest {
  private static final String LIST = "modules of environment/prod";

  @DisplayName("G12: a name, a number, a filter and a cursor of a request are read or refused")
  @FuzzTest
  void readsOrRefusesParameters(FuzzedDataProvider input) {
    int kind = input.consumeInt(0, 7);
    var text = input.consumeRemainingAsString();
    try {
      switch (kind) {
        case 0 -> assertThat(Parameters.environment(text).value()).isEqualTo(text);
        case 1 -> assertThat(Parameters.module(text).value()).isEqualTo(text);
        case 2 ->
            assertThat(Parameters.upgrade(Parameters.upgrade(text).toString()).value()).isNotNull();
        case 3 -> assertThat(Parameters.publish(text).value()).isNotNull();
        case 4 -> assertThat(Parameters.limit(text)).isBetween(1, 1000);
        case 5 -> {
          var wanted = Parameters.text(text);
          assertThat(wanted == null || isStorable(wanted)).isTrue();
        }
        case 6 -> {
          var after = Cursor.start(text, LIST);
          assertThat(after.isEmpty() || isStorable(new ModuleId(after).value())).isTrue();
        }
        default -> {
          int below = Cursor.below(text, LIST);
          assertThat(text.isEmpty() || new Cursor(LIST, below).text().length() > 4).isTrue();
        }
      }
    } catch (BadRequestException e) {
      assertThat(e.status()).isEqualTo(400);
      assertThat(e.detail()).isNotBlank();
    }
  }

  @DisplayName("G12: a cursor made by anybody is the list's own or is refused")
  @FuzzTest
  void readsItsOwnCursorsAndRefusesOthers(FuzzedDataProvider input) {
    var list = input.consumeBoolean() ? LIST : input.consumeString(60);
    var after = input.consumeRemainingAsString();
    var text = new Cursor(list, after).text();
    try {
      var start = Cursor.start(text, LIST);
      assertThat(new Cursor(LIST, start).text()).isEqualTo(text);
      assertThat(isStorable(new ModuleId(start).value())).isTrue();
    } catch (BadRequestException e) {
      assertThat(e.status()).isEqualTo(400);
    }
  }

  private static boolean isStorable(String text) {
    return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
  }
}
