package io.flexibleupgrades.cli.deadletters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.http.ServiceClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The orchestrator's dead letters. */
final class DeadLetters {
  private static final String ITEMS_A_PAGE = "500";
  private static final int PLACES_A_CALL = 1_000;

  private final ServiceClient orchestrator;

  private DeadLetters(ServiceClient orchestrator) {
    this.orchestrator = orchestrator;
  }

  static DeadLetters of(Connection connection) {
    return new DeadLetters(connection.orchestrator());
  }

  /** Returns the first letters that fit. */
  Listed list(LetterFilter filter, int limit, Predicate<JsonNode> fits) {
    var letters = new ArrayList<JsonNode>();
    JsonNode topics = JsonNodeFactory.instance.arrayNode();
    var cursor = "";
    do {
      var page =
          orchestrator.get(
              filter
                  .on(ApiPath.of("dead-letters"))
                  .with("limit", ITEMS_A_PAGE)
                  .with("cursor", cursor));
      topics = page.path("topics");
      for (var letter : page.path("items")) {
        if (letters.size() == limit) {
          return new Listed(topics, letters, true);
        }
        if (fits.test(letter)) {
          letters.add(letter);
        }
      }
      cursor = page.path("next").asText("");
    } while (!cursor.isEmpty() && !cursor.equals("null"));
    return new Listed(topics, letters, false);
  }

  JsonNode get(LetterPlace place) {
    return orchestrator.get(
        ApiPath.of("dead-letters", place.topic(), place.partition(), place.offset()));
  }

  /**
   * Puts letters back, some after the other if they are many.
   *
   * @return what the orchestrator said, one answer for each call
   */
  List<JsonNode> replay(List<String> places, boolean again, String userName) {
    var answers = new ArrayList<JsonNode>();
    for (int begin = 0; begin < places.size(); begin += PLACES_A_CALL) {
      var request =
          JsonNodeFactory.instance.objectNode().put("requestedBy", userName).put("again", again);
      var letters = request.putArray("letters");
      places.subList(begin, Math.min(places.size(), begin + PLACES_A_CALL)).forEach(letters::add);
      answers.add(orchestrator.post(ApiPath.of("dead-letters", "replay"), request).body());
    }
    return answers;
  }

  /**
   * Some dead letters.
   *
   * @param topics how many letters each topic has
   * @param more whether there are more that fit
   */
  record Listed(JsonNode topics, List<JsonNode> letters, boolean more) {
    JsonNode json() {
      var json = JsonNodeFactory.instance.objectNode();
      json.set("topics", topics);
      json.putArray("items").addAll(letters);
      return json.put("more", more);
    }
  }
}
