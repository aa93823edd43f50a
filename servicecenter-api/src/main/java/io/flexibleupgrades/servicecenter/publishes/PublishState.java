package io.flexibleupgrades.servicecenter.publishes;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether something of a publish is left to do. */
@Schema(
    type = SchemaType.STRING,
    enumeration = {"running", "ended"})
public enum PublishState {
  RUNNING("running"),
  ENDED("ended");

  private final String wireName;

  PublishState(String wireName) {
    this.wireName = wireName;
  }

  @JsonValue
  @Override
  public String toString() {
    return wireName;
  }
}
