package io.flexibleupgrades.store.collection;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;
import java.io.IOException;

/** What was sent announces no journal. */
final class MalformedAnnouncementException extends ProblemException {
  private static final long serialVersionUID = 1L;

  MalformedAnnouncementException(IOException cause) {
    super(
        ProblemKind.MALFORMED_REQUEST,
        "An announcement names the journal's head: {\"head\":\"…\",\"follows\":…,\"diverged\":…}. %s"
            .formatted(String.valueOf(cause.getMessage()).lines().findFirst().orElse("")),
        cause);
  }
}
