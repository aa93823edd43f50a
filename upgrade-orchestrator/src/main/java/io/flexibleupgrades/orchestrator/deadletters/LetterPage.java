package io.flexibleupgrades.orchestrator.deadletters;

import io.flexibleupgrades.orchestrator.deadletters.LetterBox.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of the dead letters, topic by topic, in each partition the newest first.
 *
 * @param next the last letter that was looked at, after which the next page goes on; null if this
 *     is the last page
 */
public record LetterPage<T>(List<T> items, @Nullable LetterPlace next) {
  private static final int WINDOW = 200;
  private static final int MOST_LOOKED_AT = 5_000;

  /**
   * Reads one page.
   *
   * @param topics whose letters are wanted, in their natural order
   * @param reason what the reason must contain; may be empty
   * @param after where the previous page ended, null for the first page
   * @param limit most letters of the page; there may be fewer, or none, before the last page
   * @param shown what is kept of each letter
   */
  public static <T> LetterPage<T> read(
      LetterBox box,
      List<LetterTopic> topics,
      String reason,
      @Nullable LetterPlace after,
      int limit,
      Function<DeadLetter, T> shown) {
    var items = new ArrayList<T>();
    long lookedAt = 0;
    for (var topic : topics) {
      if (after != null && topic.compareTo(after.topic()) < 0) {
        continue;
      }
      for (var shelf : box.shelves(topic)) {
        long upper = upper(shelf, after);
        while (upper > shelf.begin()) {
          long window = reason.isEmpty() ? Math.min(WINDOW, limit - items.size()) : WINDOW;
          long lower = Math.max(shelf.begin(), upper - window);
          var found = new ArrayList<Found<T>>();
          box.read(
              shelf,
              lower,
              upper,
              letter -> {
                if (letter.isBecause(reason)) {
                  found.add(new Found<>(letter.place(), shown.apply(letter)));
                }
              });
          for (var letter : found.reversed()) {
            items.add(letter.shown());
            if (items.size() == limit) {
              return new LetterPage<>(items, letter.place());
            }
          }
          lookedAt += upper - lower;
          upper = lower;
          if (lookedAt >= MOST_LOOKED_AT) {
            return new LetterPage<>(items, new LetterPlace(topic, shelf.partition(), lower));
          }
        }
      }
    }
    return new LetterPage<>(items, null);
  }

  /** Returns the offset before which a partition's letters are still to be read. */
  private static long upper(Shelf shelf, @Nullable LetterPlace after) {
    if (after == null || after.topic() != shelf.topic() || after.partition() < shelf.partition()) {
      return shelf.end();
    }
    return after.partition() == shelf.partition()
        ? Math.min(after.offset(), shelf.end())
        : shelf.begin();
  }

  private record Found<T>(LetterPlace place, T shown) {}
}
