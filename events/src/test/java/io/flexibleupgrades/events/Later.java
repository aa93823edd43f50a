package io.flexibleupgrades.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a later version of the contract sends. */
final class Later {
  private Later() {}

  /** Returns a copy of the payload with properties that this version does not know. */
  static JsonNode withMoreProperties(JsonNode payload) {
    var copy = payload.deepCopy();
    extend(copy);
    return copy;
  }

  private static void extend(JsonNode node) {
    node.forEach(Later::extend);
    if (node instanceof ObjectNode object) {
      object.put("addedText", "later").putNull("addedNull");
      object.putObject("addedObject").putArray("of").add(1).addObject().put("deep", true);
    }
  }
}
