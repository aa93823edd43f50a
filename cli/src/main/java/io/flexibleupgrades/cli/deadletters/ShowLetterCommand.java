package io.flexibleupgrades.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.Arguments;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.reading.Fields;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flexup dead-letters show}. */
@Command(name = "show", description = "Shows a dead letter: why it is one, and what stands in it.")
@SuppressWarnings("NullAway.Init")
public final class ShowLetterCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "PLACE", description = "Where it is kept, as the list shows it.")
  private String place;

  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public ShowLetterCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var wanted = Arguments.parse(List.of(place), LetterPlace::parse).getFirst();
    try (var connection = system.connect(session)) {
      var letter = DeadLetters.of(connection).get(wanted);
      if (output.isJson()) {
        session.terminal().json().print(letter);
      } else {
        print(letter);
      }
      return ExitCode.OK;
    }
  }

  private void print(JsonNode letter) {
    line("place", letter.path("place").asText());
    line("stood at", letter.path("topic").asText() + " " + Fields.text(letter, "origin"));
    line("set aside", Fields.time(letter, "at"));
    line("reason", Fields.text(letter, "reason"));
    var replayed = letter.path("replayed");
    line(
        "replayed",
        replayed.isObject()
            ? Fields.time(replayed, "at") + " by " + Fields.text(replayed, "by")
            : "-");
    line("key", shown(letter.path("key")));
    for (var header : letter.path("headers")) {
      line("header", header.path("name").asText() + ": " + shown(header.path("value")));
    }
    line("payload", shown(letter.path("payload")));
  }

  private void line(String name, String value) {
    session.terminal().print("%-10s %s".formatted(name, value));
  }

  private static String shown(JsonNode bytes) {
    if (!bytes.isObject()) {
      return "-";
    }
    var prefix = bytes.path("form").asText().equals("hex") ? "0x" : "";
    var cut =
        bytes.path("cut").asBoolean()
            ? "… (cut; it has %d bytes)".formatted(bytes.path("bytes").asLong())
            : "";
    return prefix + bytes.path("shown").asText() + cut;
  }
}
