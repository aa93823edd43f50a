package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.orchestrator.deadletters.DeadLetter;
import io.flexibleupgrades.orchestrator.deadletters.LetterPlace;
import io.flexibleupgrades.orchestrator.deadletters.Replaying.Done;
import io.flexibleupgrades.orchestrator.deadletters.Replays.DatedPlace;
import io.flexibleupgrades.orchestrator.deadletters.Replays.Replayed;
import io.flexibleupgrades.orchestrator.deadletters.ShownBytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as it is shown.
 *
 * @param place where it is kept: topic it stood in, partition and offset of the dead-letter topic
 * @param at when it was set aside
 * @param origin partition and offset it stood at, such as {@code 3@1042}; null if nobody said
 * @param payload null if the record had none
 * @param replayed the latest time it was put back, null if it never was
 */
record DeadLetterView(
    String place,
    String topic,
    Instant at,
    @Nullable String origin,
    String reason,
    @Nullable ShownBytes key,
    List<HeaderView> headers,
    @Nullable ShownBytes payload,
    @Nullable ReplayView replayed) {
  private static final int SHORT = 500;
  private static final int LONG = 64 * 1024;
  private static final int MOST_HEADERS = 100;

  static DeadLetterView brief(DeadLetter letter) {
    return of(letter, SHORT);
  }

  static DeadLetterView whole(DeadLetter letter) {
    return of(letter, LONG);
  }

  DeadLetterView with(Map<LetterPlace, Replayed> replays) {
    var replay = replays.get(LetterPlace.parse(place));
    return replay == null
        ? this
        : new DeadLetterView(
            place,
            topic,
            at,
            origin,
            reason,
            key,
            headers,
            payload,
            new ReplayView(replay.at(), replay.by()));
  }

  DatedPlace dated() {
    return new DatedPlace(LetterPlace.parse(place), at);
  }

  private static DeadLetterView of(DeadLetter letter, int most) {
    return new DeadLetterView(
        letter.place().toString(),
        letter.place().topic().toString(),
        letter.at(),
        letter.origin().orElse(null),
        letter.reason(),
        shown(letter.raw().key(), SHORT),
        letter.headers().stream()
            .limit(MOST_HEADERS)
            .map(header -> new HeaderView(header.key(), shown(header.value(), SHORT)))
            .toList(),
        shown(letter.raw().value(), most),
        null);
  }

  private static @Nullable ShownBytes shown(byte @Nullable [] bytes, int most) {
    return bytes == null ? null : ShownBytes.of(bytes, most);
  }

  /** A header that the record had itself. */
  record HeaderView(String name, @Nullable ShownBytes value) {}

  /** When it was put back, and by whom. */
  record ReplayView(Instant at, String by) {}

  /** How many dead letters a topic has. */
  record TopicView(String topic, long letters, @Nullable String notReplayable) {}

  /**
   * A part of the dead letters.
   *
   * @param topics all that have dead letters, whatever this page shows
   * @param next cursor of the next page, null if this is the last
   */
  @Schema(name = "DeadLetterPage")
  record Page(List<TopicView> topics, List<DeadLetterView> items, @Nullable String next) {}

  /**
   * What a replay does.
   *
   * @param letters places of those that are replayed
   * @param leftOut how many fit but are not, because they were before
   * @param more whether more fit, for another request
   */
  @Schema(name = "ReplayedView")
  record ReplayedLetters(List<String> letters, int leftOut, boolean more, String message) {
    static ReplayedLetters of(Done done) {
      var effects =
          done.letters().stream()
              .map(place -> place.topic().effect())
              .distinct()
              .collect(Collectors.joining(" "));
      var message =
          done.letters().isEmpty()
              ? "There is nothing to replay."
              : "%d dead letters go back to their topic. %s"
                  .formatted(done.letters().size(), effects);
      return new ReplayedLetters(
          done.letters().stream().map(LetterPlace::toString).toList(),
          done.leftOut(),
          done.more(),
          message);
    }
  }
}
