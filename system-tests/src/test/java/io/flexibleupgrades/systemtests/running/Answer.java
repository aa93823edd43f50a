package io.flexibleupgrades.systemtests.running;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param json missing if the answer is no JSON
 */
public record Answer(int status, JsonNode json) {

  /** Returns a member of the answer as text. */
  public String text(String name) {
    return json.path(name).asText();
  }

  /** Returns the last part of the problem's type. */
  public String problem() {
    var type = text("type");
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** Returns the answer if it is a success. */
  public Answer succeeded() {
    if (status >= 300) {
      throw new AssertionError("Refused with %d: %s".formatted(status, json));
    }
    return this;
  }
}
