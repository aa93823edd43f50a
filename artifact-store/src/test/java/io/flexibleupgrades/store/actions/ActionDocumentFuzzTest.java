package io.flexibleupgrades.store.actions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a worker puts into the action cache, it is one JSON object, kept as it is. */
class ActionDocumentFuzzTest {
  private static final int MOST_BYTES = 4_096;
  private final JsonMapper json = JsonMapper.builder().build();

  @DisplayName("G12: an action's document is a JSON object or is refused")
  @MethodSource("documents")
  @FuzzTest
  void isReadOrRefused(byte[] input) throws IOException {
    try {
      var document = ActionDocument.read(new ByteArrayInputStream(input), () -> MOST_BYTES);
      assertThat(document.text().getBytes(UTF_8)).isEqualTo(input);
      assertThat(json.readTree(document.text()).isObject()).isTrue();
    } catch (MalformedActionException e) {
      assertThat(e.getMessage()).isNotBlank();
    } catch (DocumentTooLargeException e) {
      assertThat(input.length).isGreaterThan(MOST_BYTES);
    }
  }

  static Stream<byte[]> documents() {
    return Stream.of(
            "{}",
            "{\"artifact\":\"ab\",\"diagnostics\":[{\"line\":1,\"text\":\"\\u0000\\ud800\"}]}",
            "{\"a\":1,\"a\":2}",
            "{\"a\":-1.5e+300} x",
            "[".repeat(1_100),
            "{\"Größe\":[true,false,null,1e999]}\n")
        .map(text -> text.getBytes(UTF_8));
  }
}
