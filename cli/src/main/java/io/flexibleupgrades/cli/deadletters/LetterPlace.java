package io.flexibleupgrades.cli.deadletters;

import java.util.regex.Pattern;

/** Where a dead letter is kept, as the list shows it: {@code flexup.prepare-outcomes/0/17}. */
record LetterPlace(String topic, String partition, String offset) {
  private static final Pattern FORM = Pattern.compile("([^/]+)/([0-9]+)/([0-9]+)");

  /**
   * Returns the place written in this text.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static LetterPlace parse(String text) {
    var parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'%s' is no dead letter's place; `flexup dead-letters` lists them, such as flexup.prepare-outcomes/0/17."
              .formatted(text));
    }
    return new LetterPlace(parts.group(1), parts.group(2), parts.group(3));
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
