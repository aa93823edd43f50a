package io.flexibleupgrades.servicecenter.projection;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How the latest rebuild of this instance went.
 *
 * @param read records read so far
 * @param total records to read
 * @param problem why the rebuild was given up, null if it was not
 */
public record RebuildProgress(
    State state,
    long read,
    long total,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String problem) {

  /** Whether a rebuild runs. */
  @Schema(
      type = SchemaType.STRING,
      enumeration = {"none", "running", "done", "failed"})
  public enum State {
    NONE("none"),
    RUNNING("running"),
    DONE("done"),
    FAILED("failed");

    private final String wireName;

    State(String wireName) {
      this.wireName = wireName;
    }

    @JsonValue
    @Override
    public String toString() {
      return wireName;
    }
  }

  static RebuildProgress none() {
    return new RebuildProgress(State.NONE, 0, 0, null, null, null);
  }

  static RebuildProgress started(Instant at) {
    return new RebuildProgress(State.RUNNING, 0, 0, at, null, null);
  }

  RebuildProgress reached(long read, long total) {
    return new RebuildProgress(state, read, total, startedAt, endedAt, problem);
  }

  RebuildProgress done(Instant at) {
    return new RebuildProgress(State.DONE, read, total, startedAt, at, null);
  }

  RebuildProgress failed(Instant at, String why) {
    return new RebuildProgress(State.FAILED, read, total, startedAt, at, why);
  }
}
