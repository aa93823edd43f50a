package io.flexibleupgrades.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.reading.Fields;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flexup dead-letters}. */
@Command(
    name = "dead-letters",
    description = "Lists the records that nobody could read, the newest of each topic first.",
    synopsisSubcommandLabel = "[COMMAND]")
@SuppressWarnings("NullAway.Init")
public final class DeadLettersCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many are listed (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private LetterFilter filter;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public DeadLettersCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (var connection = system.connect(session)) {
      var listed = DeadLetters.of(connection).list(filter, limit, _ -> true);
      if (output.isJson()) {
        session.terminal().json().print(listed.json());
      } else {
        print(listed);
      }
      return ExitCode.OK;
    }
  }

  private void print(DeadLetters.Listed listed) {
    var terminal = session.terminal();
    var counts = new Table(List.of("TOPIC", "DEAD LETTERS"));
    for (var topic : listed.topics()) {
      counts.row(
          List.of(Cell.of(topic.path("topic").asText()), Cell.of(topic.path("letters").asLong())));
    }
    terminal.print(counts);
    if (listed.letters().isEmpty()) {
      terminal.say("No dead letter fits.");
      return;
    }
    terminal.print("");
    var table = new Table(List.of("PLACE", "SET ASIDE", "REPLAYED", "REASON"));
    listed.letters().forEach(letter -> table.row(row(letter)));
    terminal.print(table);
    if (listed.more()) {
      terminal.say("There are more; list them with --limit N, or fewer with --reason TEXT.");
    }
    terminal.say("See one with `flexup dead-letters show PLACE`.");
  }

  private static List<Cell> row(JsonNode letter) {
    return List.of(
        Cell.of(letter.path("place").asText()),
        Cell.of(Fields.time(letter, "at")),
        Cell.of(
            letter.path("replayed").isObject() ? Fields.time(letter.path("replayed"), "at") : "-"),
        Cell.of(Fields.text(letter, "reason")));
  }
}
