package io.flexibleupgrades.orchestrator.deadletters;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Where a dead letter is kept; written as {@code flexup.prepare-outcomes/0/17}.
 *
 * @param topic that the record stood in
 * @param partition of the dead-letter topic
 * @param offset in that partition
 */
public record LetterPlace(LetterTopic topic, int partition, long offset)
    implements Comparable<LetterPlace> {
  private static final Pattern FORM = Pattern.compile("([^/]+)/([0-9]{1,9})/([0-9]{1,18})");
  private static final Comparator<LetterPlace> ORDER =
      Comparator.comparing(LetterPlace::topic)
          .thenComparingInt(LetterPlace::partition)
          .thenComparingLong(LetterPlace::offset);

  /**
   * Returns the place written in this text.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static LetterPlace parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "A dead letter's place is written as flexup.prepare-outcomes/0/17, not '%s'."
              .formatted(text.length() <= 100 ? text : text.substring(0, 100) + "…"));
    }
    return new LetterPlace(
        LetterTopic.parse(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Long.parseLong(parts.group(3)));
  }

  @Override
  public int compareTo(LetterPlace other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
