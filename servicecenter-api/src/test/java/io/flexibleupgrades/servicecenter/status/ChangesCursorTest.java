package io.flexibleupgrades.servicecenter.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.servicecenter.http.BadRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesCursorTest {

  @Test
  void isReadAsItIsWritten() {
    var cursor = new ChangesCursor(1_700_000_000_000L, 42);

    assertThat(ChangesCursor.parse(cursor.text())).isEqualTo(cursor);
    assertThat(ChangesCursor.parse("42")).isEqualTo(new ChangesCursor(null, 42));
    assertThat(ChangesCursor.parse("")).isNull();
  }

  @Test
  void isOfNoUseOnceTheViewsWereRebuilt() {
    assertThat(new ChangesCursor(7L, 42).isValid(7, 42)).isTrue();
    assertThat(new ChangesCursor(7L, 42).isValid(8, 42)).isFalse();
    assertThat(new ChangesCursor(null, 42).isValid(8, 41)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1-", "-", "1-2-3", "1 2", "9999999999999999999", "٣"})
  void nothingElseIsACursor(String text) {
    assertThatThrownBy(() -> ChangesCursor.parse(text)).isInstanceOf(BadRequestException.class);
  }
}
