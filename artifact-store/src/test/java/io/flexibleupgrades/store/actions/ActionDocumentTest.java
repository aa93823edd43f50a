package io.flexibleupgrades.store.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActionDocumentTest {
  private static final ActionLimits LIMITS = () -> 100;

  @Test
  void keepsTheObjectAsItWasSent() {
    var text = " {\"b\":1.00, \"a\":[\"\\u0000\", null, {}], \"ü\":\"\\ud800\"}\n";

    assertThat(read(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "1",
        "null",
        "{",
        "{]",
        "{\"a\":1",
        "{} {}",
        "{}x",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":\"\u0000\"}"
      })
  void refusesWhatIsNoSingleJsonObject(String text) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedActionException.class);
  }

  @Test
  void refusesOtherEncodings() {
    assertThatThrownBy(() -> read("{\"a\":1}".getBytes(StandardCharsets.UTF_16)))
        .isInstanceOf(MalformedActionException.class);
  }

  @Test
  void refusesDeepNesting() {
    var deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

    assertThatThrownBy(() ->
            ActionDocument.read(
                new ByteArrayInputStream(deep.getBytes(StandardCharsets.UTF_8)), () -> 1 << 20))
        .isInstanceOf(MalformedActionException.class);
  }

  @Test
  void refusesMoreBytesThanTheLimit() {
    var text = "{\"a\":\"" + "x".repeat(92) + "\"}";

    assertThat(read(text.getBytes(StandardCharsets.UTF_8)).text()).hasSize(100);
    assertThatThrownBy(() -> read((text + " ").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(DocumentTooLargeException.class);
  }

  private static ActionDocument read(byte[] bytes) {
    return ActionDocument.read(new ByteArrayInputStream(bytes), LIMITS);
  }
}
