package io.flexibleupgrades.store.collection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a journal refers to.
 *
 * @param head as the journal was announced before the set was made
 * @param count how many digests follow, so that a cut is noticed
 * @param live every blob that must be kept, in no order
 */
record MarkSet(
    UUID journal,
    String head,
    int count,
    @Schema(implementation = String[].class) List<Digest> live) {
  MarkSet {
    live = List.copyOf(live);
    if (live.isEmpty() || live.size() != count) {
      throw new IllegalArgumentException(
          "It announces %,d digests and has %,d; at least one, that of a platform, must be there."
              .formatted(count, live.size()));
    }
    Objects.requireNonNull(journal, "journal");
    Objects.requireNonNull(head, "head");
  }

  /**
   * Returns the set that the stream holds, whole.
   *
   * @throws MalformedMarkSetException if it is not
   */
  static MarkSet read(InputStream content, ObjectMapper json) {
    try {
      return json.readValue(content, MarkSet.class);
    } catch (IOException e) {
      throw new MalformedMarkSetException(
          String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
    }
  }
}
