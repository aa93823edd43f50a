package io.flexibleupgrades.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The places in a JSON tree, to spoil one at a time. */
final class JsonPlaces {
  private JsonPlaces() {}

  /** Returns every place below the root. */
  static List<JsonPointer> below(JsonNode root) {
    var places = new ArrayList<JsonPointer>();
    collect(root, JsonPointer.empty(), places);
    return places;
  }

  /** Returns a copy of the tree with another value in this place. */
  static JsonNode replaced(JsonNode root, JsonPointer place, JsonNode value) {
    var copy = root.deepCopy();
    switch (copy.at(place.head())) {
      case ObjectNode object -> object.set(place.last().getMatchingProperty(), value);
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), value);
      default -> throw new IllegalArgumentException(place + " has no parent.");
    }
    return copy;
  }

  /** Returns a copy of the tree without this property; the place must be one of an object. */
  static JsonNode removed(JsonNode root, JsonPointer place) {
    var copy = root.deepCopy();
    ((ObjectNode) copy.at(place.head())).remove(place.last().getMatchingProperty());
    return copy;
  }

  static boolean isProperty(JsonNode root, JsonPointer place) {
    return root.at(place.head()).isObject();
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      places.add(at.appendIndex(i));
      collect(node.get(i), at.appendIndex(i), places);
    }
    node.properties()
        .forEach(property -> {
          places.add(at.appendProperty(property.getKey()));
          collect(property.getValue(), at.appendProperty(property.getKey()), places);
        });
  }
}
