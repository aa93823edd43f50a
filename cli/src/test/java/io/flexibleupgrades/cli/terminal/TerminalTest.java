package io.flexibleupgrades.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void keepsDataAndProgressApart() {
    var terminal = terminal(Abilities.NONE);

    terminal.print("data");
    terminal.say("progress");
    terminal.live(Line.of("passing"));

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("data\n");
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("progress\n");
  }

  @Test
  void replacesTheLiveLineAndErasesItBeforeALineThatStays() {
    var terminal = terminal(new Abilities(true, 80, 80, false, false));

    terminal.live(Line.of("10 %"));
    terminal.live(Line.of("20 %"));
    terminal.say("done");

    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("\r\u001b[2K10 %\r\u001b[2K20 %\r\u001b[2Kdone\n");
  }

  @Test
  void showsColoursOnATerminalOnlyAndNeverAgainstNoColor() {
    var streams = List.of("out", "err");

    assertThat(Abilities.of(streams, Map.of("TERM", "xterm")).outputColours()).isTrue();
    assertThat(Abilities.of(List.of("err"), Map.of("TERM", "xterm")).outputColours()).isFalse();
    assertThat(Abilities.of(streams, Map.of("TERM", "xterm", "NO_COLOR", "1")).outputColours())
        .isFalse();
    assertThat(Abilities.of(streams, Map.of("TERM", "dumb")).progressColumns()).isZero();
  }

  @Test
  void takesTheWidthOfTheTerminalFromColumns() {
    var streams = List.of("out", "err");

    assertThat(Abilities.of(streams, Map.of("TERM", "xterm", "COLUMNS", "132")).outputColumns())
        .isEqualTo(132);
    assertThat(Abilities.of(streams, Map.of("TERM", "xterm", "COLUMNS", "?")).outputColumns())
        .isEqualTo(80);
    assertThat(Abilities.of(List.of(), Map.of("COLUMNS", "60")).outputColumns())
        .isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void writesJsonWhoseControlCharactersAreEscaped() {
    var json = terminal(Abilities.NONE).json();

    json.print(JsonNodeFactory.instance.objectNode().put("name", "a\u001bb\u009bc"));

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"a\\u001Bb\\u009bc\"");
  }

  @Test
  void writesAnArrayElementByElement() {
    var json = terminal(Abilities.NONE).json();
    json.element(JsonNodeFactory.instance.numberNode(1));
    json.element(JsonNodeFactory.instance.numberNode(2));
    json.endArray();
    terminal(Abilities.NONE).json().endArray();

    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[\n1,\n2\n]\n[]\n");
  }

  @Test
  void fillsTheBarByThePercentage() {
    assertThat(ProgressBar.render(50, "27 of 55 modules", 60).rendered(false))
        .matches("█{18}░{19}  50%  27 of 55 modules");
    assertThat(ProgressBar.render(100, "x", 12).rendered(false)).startsWith("██████████ 100%");
  }

  private Terminal terminal(Abilities abilities) {
    return new Terminal(
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        abilities);
  }
}
