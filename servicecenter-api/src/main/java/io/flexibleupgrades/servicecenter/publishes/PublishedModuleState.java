package io.flexibleupgrades.servicecenter.publishes;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a module is in a publish. */
@Schema(
    type = SchemaType.STRING,
    enumeration = {"pending", "compiling", "compiled", "published", "failed", "skipped"})
public enum PublishedModuleState {
  /** It waits for its producers, or for a free worker. */
  PENDING("pending"),
  /** A worker was asked to compile it. */
  COMPILING("compiling"),
  /** Its artifact is there: it was compiled, or the one there is is reused. */
  COMPILED("compiled"),
  /** The artifact runs. */
  PUBLISHED("published"),
  FAILED("failed"),
  /** It was not published, because modules it consumes failed. */
  SKIPPED("skipped");

  private final String wireName;

  PublishedModuleState(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  @Override
  public String toString() {
    return wireName;
  }
}
