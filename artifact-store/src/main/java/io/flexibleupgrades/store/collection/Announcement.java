package io.flexibleupgrades.store.collection;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an orchestrator says of its journal.
 *
 * @param head its last event
 * @param follows the head that was announced before, null if there was none
 * @param diverged whether the journal does not have the event that was announced before
 */
record Announcement(String head, @Nullable String follows, boolean diverged) {
  private static final int LONGEST = 500;

  Announcement {
    if (head == null || head.isBlank() || head.length() > LONGEST) {
      throw new IllegalArgumentException("A head has 1 to %d characters.".formatted(LONGEST));
    }
  }

  /**
   * Returns the announcement that the stream holds.
   *
   * @throws MalformedAnnouncementException if there is none
   */
  static Announcement read(InputStream content, ObjectMapper json) {
    try {
      return json.readValue(content, Announcement.class);
    } catch (IOException e) {
      throw new MalformedAnnouncementException(e);
    }
  }
}
