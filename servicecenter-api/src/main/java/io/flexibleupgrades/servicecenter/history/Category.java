package io.flexibleupgrades.servicecenter.history;

import com.fasterxml.jackson.annotation.JsonValue;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of a module from one upgrade to a later one. */
@Schema(
    type = SchemaType.STRING,
    enumeration = {
      "new",
      "removed",
      "infrastructure",
      "not-settled",
      "newly-failing",
      "still-failing",
      "newly-prepared",
      "still-prepared"
    })
public enum Category {
  /** It is in scope of the later upgrade only. */
  NEW("new"),
  /** It is in scope of the earlier upgrade only. */
  REMOVED("removed"),
  /** It failed in the later upgrade, and not because of what it is. */
  INFRASTRUCTURE("infrastructure"),
  /** The later upgrade has not settled it, or never will. */
  NOT_SETTLED("not-settled"),
  /** It is failed or skipped in the later upgrade only. */
  NEWLY_FAILING("newly-failing"),
  /** It is failed or skipped in both. */
  STILL_FAILING("still-failing"),
  /** It is prepared in the later upgrade only. */
  NEWLY_PREPARED("newly-prepared"),
  STILL_PREPARED("still-prepared");

  private final String wireName;

  Category(String wireName) {
    this.wireName = wireName;
  }

  /**
   * Returns the category of a module.
   *
   * @param before its state in the earlier upgrade, null if it is not in its scope
   * @param after its state in the later upgrade, null if it is not in its scope
   * @param failure why it failed in the later one, null if it did not
   */
  static Category of(
      @Nullable ModuleState before, @Nullable ModuleState after, @Nullable FailureKind failure) {
    if (before == null) {
      return NEW;
    }
    if (after == null) {
      return REMOVED;
    }
    return switch (after) {
      case FAILED ->
          failure == null || failure == FailureKind.COMPILE ? failing(before) : INFRASTRUCTURE;
      case SKIPPED -> failing(before);
      case PREPARED -> before == ModuleState.PREPARED ? STILL_PREPARED : NEWLY_PREPARED;
      case PENDING, PREPARING, CANCELLED -> NOT_SETTLED;
      case EXCLUDED -> REMOVED;
    };
  }

  private static Category failing(ModuleState before) {
    return before == ModuleState.FAILED || before == ModuleState.SKIPPED
        ? STILL_FAILING
        : NEWLY_FAILING;
  }

  /** Returns the category of that name. */
  public static Category parse(String text) {
    return Arrays.stream(values())
        .filter(category -> category.wireName.equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "category must be one of %s, not '%s'."
                    .formatted(Arrays.toString(values()), text)));
  }

  @JsonValue
  @Override
  public String toString() {
    return wireName;
  }
}
