package io.flexibleupgrades.servicecenter.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a module is in an upgrade. */
@Schema(
    type = SchemaType.STRING,
    enumeration = {
      "pending",
      "preparing",
      "prepared",
      "failed",
      "skipped",
      "cancelled",
      "excluded"
    })
public enum ModuleState {
  /** It waits for its producers, or for a free worker. */
  PENDING("pending"),
  /** A worker was asked to compile it. */
  PREPARING("preparing"),
  PREPARED("prepared"),
  FAILED("failed"),
  /** It was not compiled, because modules it consumes failed. */
  SKIPPED("skipped"),
  /** The preparation was cancelled before it was settled. */
  CANCELLED("cancelled"),
  /** It does not run, and is out of scope. */
  EXCLUDED("excluded");

  private final String wireName;

  ModuleState(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the state of that name. */
  public static ModuleState parse(String text) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "state must be one of %s, not '%s'.".formatted(Arrays.toString(values()), text)));
  }

  @JsonValue
  @Override
  public String toString() {
    return wireName;
  }
}
