package io.flexibleupgrades.orchestrator.deadletters;

import io.flexibleupgrades.orchestrator.deadletters.Replays.DatedPlace;
import io.flexibleupgrades.orchestrator.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Puts dead letters back into the topic they stood in. Works in the caller's transaction. */
@ApplicationScoped
public class Replaying {
  /** The most letters that one command replays. */
  public static final int MOST = 1_000;

  private final LetterReader reader;
  private final Replays replays;

  Replaying(LetterReader reader, Replays replays) {
    this.reader = reader;
    this.replays = replays;
  }

  /**
   * Replays the letters with these places: all, or none.
   *
   * @param again whether those are replayed too that were before
   */
  public Done named(
      Connection connection, Collection<LetterPlace> places, boolean again, String operator)
      throws SQLException {
    places.stream().map(LetterPlace::topic).distinct().forEach(Replaying::refuseUnlessHelpful);
    var letters = reader.read(box -> WantedLetters.find(box, places));
    var before = replays.of(connection, letters.stream().map(DatedPlace::of).toList());
    if (!again && !before.isEmpty()) {
      var first = new TreeSet<>(before.keySet()).getFirst();
      throw Problem.ALREADY_REPLAYED.with(
          "%s was replayed before, the first by %s. Nothing is replayed; ask for it again on purpose (\"again\", --again)."
              .formatted(WantedLetters.names(before.keySet()), before.get(first)));
    }
    return put(connection, letters, operator, 0, false);
  }

  /** Replays the oldest letters of a topic whose reason has this text in it. */
  public Done matching(
      Connection connection, LetterTopic topic, String reason, boolean again, String operator)
      throws SQLException {
    refuseUnlessHelpful(topic);
    var found = reader.read(box -> places(box, topic, reason));
    var before = replays.of(connection, found);
    var wanted =
        found.stream()
            .map(DatedPlace::place)
            .filter(place -> again || !before.containsKey(place))
            .toList();
    var first = wanted.subList(0, Math.min(MOST, wanted.size()));
    var letters = reader.read(box -> WantedLetters.find(box, first));
    return put(
        connection, letters, operator, found.size() - wanted.size(), first.size() < wanted.size());
  }

  private static void refuseUnlessHelpful(LetterTopic topic) {
    topic
        .refusal()
        .ifPresent(refusal -> {
          throw Problem.NOT_REPLAYABLE.with(refusal);
        });
  }

  private static List<DatedPlace> places(LetterBox box, LetterTopic topic, String reason) {
    var places = new ArrayList<DatedPlace>();
    for (var shelf : box.shelves(topic)) {
      box.read(
          shelf,
          shelf.begin(),
          shelf.end(),
          letter -> {
            if (letter.isBecause(reason)) {
              places.add(DatedPlace.of(letter));
            }
          });
    }
    return places;
  }

  private Done put(
      Connection connection, List<DeadLetter> letters, String operator, int leftOut, boolean more)
      throws SQLException {
    for (var letter : letters) {
      replays.put(connection, letter, operator);
    }
    return new Done(letters.stream().map(DeadLetter::place).toList(), leftOut, more);
  }

  /**
   * What was replayed.
   *
   * @param leftOut how many fit but were not, because they were before
   * @param more whether there are more that fit, for another command
   */
  public record Done(List<LetterPlace> letters, int leftOut, boolean more) {}
}
