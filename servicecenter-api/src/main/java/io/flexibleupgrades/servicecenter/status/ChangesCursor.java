package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.servicecenter.http.BadRequestException;
import org.jspecify.annotations.Nullable;

/**
 * How far a reader has read the changes of an environment.
 *
 * @param generation of the views that it read, null if it does not say: then of the present ones
 * @param sequence of the last change it knows, 0 before the first
 */
record ChangesCursor(@Nullable Long generation, long sequence) {
  static final ChangesCursor START = new ChangesCursor(null, 0);

  /** Returns the cursor as it stands in an answer. */
  String text() {
    return generation == null ? Long.toString(sequence) : generation + "-" + sequence;
  }

  /** Returns the cursor in this text, null if there is none. */
  static @Nullable ChangesCursor parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    if (!text.matches("([0-9]{1,18}-)?[0-9]{1,18}")) {
      throw BadRequestException.malformedCursor(
          "This is no cursor of this service. Take 'next' of the page before, or leave 'after' out"
              + " to start with the first change.");
    }
    int dash = text.indexOf('-');
    return new ChangesCursor(
        dash < 0 ? null : Long.valueOf(text.substring(0, dash)),
        Long.parseLong(text.substring(dash + 1)));
  }

  /** Returns the cursor in this text, the other one if there is none. */
  static ChangesCursor parseOr(@Nullable String text, ChangesCursor other) {
    var cursor = parse(text);
    return cursor == null ? other : cursor;
  }

  /**
   * Returns whether the reader can go on after the change it knows last.
   *
   * @param present generation of the views
   * @param lastChange the last one in them
   */
  boolean isValid(long present, long lastChange) {
    return (generation == null || generation == present) && sequence <= lastChange;
  }
}
