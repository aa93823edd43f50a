package io.flexibleupgrades.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.terminal.Abilities;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * A finished call of the command.
 *
 * @param out what a script reads
 * @param err what a person is told
 */
record FlexupCall(int exitCode, String out, String err) {

  /** Runs the command without a terminal. */
  static FlexupCall of(Map<String, String> variables, Path userHome, String... args) {
    return run(Abilities.NONE, "", variables, userHome, args);
  }

  /** Runs the command against these services without a terminal. */
  static FlexupCall of(FakeServices services, String... args) {
    return of(server(services), Path.of("/nonexistent"), args);
  }

  /** Runs the command on a terminal where somebody types this. */
  static FlexupCall typing(String typed, FakeServices services, String... args) {
    return run(
        new Abilities(true, 100, 100, false, false),
        typed,
        server(services),
        Path.of("/nonexistent"),
        args);
  }

  /** Returns the output as JSON. */
  JsonNode json() {
    try {
      return JsonMapper.builder().build().readTree(out);
    } catch (IOException e) {
      throw new AssertionError("No JSON: " + out, e);
    }
  }

  private static Map<String, String> server(FakeServices services) {
    return Map.of("FLEXUP_SERVER", services.address().toString());
  }

  private static FlexupCall run(
      Abilities abilities,
      String typed,
      Map<String, String> variables,
      Path userHome,
      String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            abilities);
    int exitCode =
        Flexup.run(
            new Session(terminal, variables, Path.of("/nonexistent"), userHome, "tester"), args);
    return new FlexupCall(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
