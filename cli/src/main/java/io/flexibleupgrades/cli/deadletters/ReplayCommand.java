package io.flexibleupgrades.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.command.Arguments;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flexup dead-letters replay}. */
@Command(
    name = "replay",
    description = "Puts dead letters back into their topic: those named, or all of --topic T.")
@SuppressWarnings("NullAway.Init")
public final class ReplayCommand implements Callable<Integer> {
  private static final Set<String> YES = Set.of("y", "yes");
  private static final int MOST = 10_000;

  private final Session session;

  @Parameters(arity = "0..*", paramLabel = "PLACE", description = "Where they are kept.")
  private List<String> places = List.of();

  @Option(names = "--again", description = "Replay also those that were replayed before.")
  private boolean again;

  @Option(names = "--yes", description = "Do not ask.")
  private boolean yes;

  @Mixin private LetterFilter filter;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public ReplayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (places.isEmpty() ? filter.topic() == null : !filter.isEmpty()) {
      throw new WrongUsageException(
          "Name dead letters by their PLACE, or those of a topic by --topic T, not both.");
    }
    var named = Arguments.parse(places, LetterPlace::parse);
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var letters = DeadLetters.of(connection);
      var wanted = named.isEmpty() ? matching(letters) : texts(named);
      if (wanted.isEmpty()) {
        terminal.say("There is nothing to replay.");
      } else if (!agrees(wanted)) {
        terminal.say("Nothing is replayed.");
        return ExitCode.OK;
      }
      var answers = letters.replay(wanted, again, session.userName());
      if (output.isJson()) {
        terminal.json().print(summary(answers));
      } else {
        answers.forEach(answer -> terminal.print(answer.path("message").asText()));
      }
      return ExitCode.OK;
    }
  }

  private List<String> matching(DeadLetters letters) {
    var listed = letters.list(filter, MOST, letter -> again || !letter.path("replayed").isObject());
    for (var topic : listed.topics()) {
      if (topic.path("topic").asText().equals(filter.topic())
          && topic.path("notReplayable").isTextual()) {
        throw new WrongUsageException(topic.path("notReplayable").asText());
      }
    }
    if (listed.more()) {
      session.terminal().say("These are the newest %d; there are more.".formatted(MOST));
    }
    var oldestFirst = listed.letters().reversed();
    return oldestFirst.stream().map(letter -> letter.path("place").asText()).toList();
  }

  private static List<String> texts(List<LetterPlace> named) {
    return named.stream().map(LetterPlace::toString).distinct().toList();
  }

  private boolean agrees(List<String> wanted) {
    var counts =
        wanted.stream()
            .collect(
                Collectors.groupingBy(
                    place -> place.substring(0, place.indexOf('/')),
                    TreeMap::new,
                    Collectors.counting()));
    var terminal = session.terminal();
    counts.forEach((topic, count) ->
        terminal.say(
            "%d dead %s to the end of %s and %s read again."
                .formatted(
                    count,
                    count == 1 ? "letter goes back" : "letters go back",
                    topic,
                    count == 1 ? "is" : "are")));
    if (yes) {
      return true;
    }
    if (!terminal.canAsk()) {
      throw new WrongUsageException("There is no terminal to ask on. Pass --yes to replay them.");
    }
    return terminal
        .ask("Replay? [y/N]")
        .map(answer -> answer.strip().toLowerCase(Locale.ROOT))
        .filter(YES::contains)
        .isPresent();
  }

  private static JsonNode summary(List<JsonNode> answers) {
    var summary = JsonNodeFactory.instance.objectNode();
    var replayed = summary.putArray("letters");
    answers.forEach(answer -> answer.path("letters").forEach(replayed::add));
    return summary;
  }
}
