package io.flexibleupgrades.orchestrator.deadletters;

import io.flexibleupgrades.orchestrator.deadletters.LetterBox.Shelf;
import io.flexibleupgrades.orchestrator.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Letters whose places somebody named: all of them are found, or it is said which are not. */
public final class WantedLetters {
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final long LONGEST_DETOUR = 100;
  private static final int MOST_NAMED = 10;

  private final SortedSet<LetterPlace> missing;
  private final List<DeadLetter> found = new ArrayList<>();
  private long bytes;

  private WantedLetters(Collection<LetterPlace> wanted) {
    missing = new TreeSet<>(wanted);
  }

  /**
   * Returns the letters in the order of their places.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if one is not there, or they are too large
   */
  public static List<DeadLetter> find(LetterBox box, Collection<LetterPlace> wanted) {
    var letters = new WantedLetters(wanted);
    for (var topic : wanted.stream().map(LetterPlace::topic).distinct().sorted().toList()) {
      box.shelves(topic).forEach(shelf -> letters.search(box, shelf));
    }
    if (!letters.missing.isEmpty()) {
      throw Problem.DEAD_LETTER_NOT_FOUND.with(
          "There is no dead letter %s. They are kept for 30 days; list those there are."
              .formatted(names(letters.missing)));
    }
    return letters.found;
  }

  /** Returns the places as part of a sentence, the first few of them. */
  static String names(Collection<LetterPlace> places) {
    int others = Math.max(0, places.size() - MOST_NAMED);
    return places.stream()
        .sorted()
        .limit(MOST_NAMED)
        .map(LetterPlace::toString)
        .collect(Collectors.joining(", ", "", others == 0 ? "" : " and " + others + " more"));
  }

  /** Reads what is wanted of one partition, and what lies between letters that are close by. */
  private void search(LetterBox box, Shelf shelf) {
    var offsets =
        missing.stream().filter(shelf::holds).mapToLong(LetterPlace::offset).sorted().toArray();
    int first = 0;
    for (int i = 0; i < offsets.length; i++) {
      if (i + 1 == offsets.length || offsets[i + 1] - offsets[i] > LONGEST_DETOUR) {
        box.read(shelf, offsets[first], offsets[i] + 1, this::take);
        first = i + 1;
      }
    }
  }

  private void take(DeadLetter letter) {
    if (missing.remove(letter.place())) {
      bytes += Math.max(0, letter.raw().serializedValueSize());
      if (bytes > MOST_BYTES) {
        throw Problem.MALFORMED_REQUEST.with(
            "The letters have more than %d bytes, which is the most at once. Name fewer."
                .formatted(MOST_BYTES));
      }
      found.add(letter);
    }
  }
}
