package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {
  private final MessageCodec codec = new MessageCodec();

  static Stream<Golden> goldens() {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void readsWhatTheFileSays(Golden golden) {
    var read = golden.decoded(codec, GoldenFiles.message(golden));

    assertThat(read).isEqualTo(golden.expected());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void writesWhatTheFileSays(Golden golden) {
    var written = golden.encoded(codec);

    assertThat(GoldenFiles.tree(written.payload())).isEqualTo(GoldenFiles.payload(golden));
    assertThat(written.headers()).isEqualTo(GoldenFiles.headers(golden));
  }

  @Test
  void everyTypeOfMessageHasAGoldenFileWithEveryComponentFilled() {
    var names = Arrays.stream(WireName.values()).map(WireName::text).toList();

    assertThat(Golden.all().map(Golden::file)).containsAll(names);
    assertThat(Golden.all().filter(golden -> names.contains(golden.file())))
        .allSatisfy(golden ->
            assertThat(GoldenFiles.payload(golden).toString()).doesNotContain("null", "[]", "{}"));
  }

  @Test
  void everyGoldenFileIsReadAndStandsUnderItsWireName() {
    assertThat(Golden.all().map(Golden::file))
        .containsExactlyInAnyOrderElementsOf(GoldenFiles.names());
    assertThat(Golden.all())
        .allSatisfy(golden -> assertThat(golden.file()).startsWith(golden.wireName().text()));
  }

  @Test
  void everyTypeThatCanHaveNullsHasAGoldenFileWithThem() {
    var withNulls =
        Golden.all()
            .filter(golden -> golden.file().endsWith(".nulls"))
            .map(golden -> golden.wireName().text());

    assertThat(withNulls)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(WireName.values())
                .filter(name -> new MessageSchema(name, type -> "", (_, _) -> "").canHoldNull())
                .map(WireName::text)
                .toList());
  }
}
