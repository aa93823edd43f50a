package io.flexibleupgrades.orchestrator.whole;

import static io.restassured.RestAssured.given;

import io.flexibleupgrades.events.Digest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an operator's tool asks of the orchestrator. */
final class Operator {
  private Operator() {}

  static Response create(String environment, String kind, String edition, String platform) {
    return given()
        .contentType("application/json")
        .body(Map.of("kind", kind, "edition", edition, "platform", platform))
        .put("/api/v1/environments/{env}", environment);
  }

  static Response register(String environment, boolean running, Module... modules) {
    var all = new ArrayList<Map<String, Object>>();
    for (var module : modules) {
      all.add(module.json());
    }
    return given()
        .contentType("application/json")
        .body(Map.of("running", running, "complete", true, "modules", all))
        .post("/api/v1/environments/{env}/modules", environment);
  }

  static Response upgrade(String environment, String to) {
    return given()
        .contentType("application/json")
        .body(Map.of("to", to, "requestedBy", "test"))
        .post("/api/v1/environments/{env}/upgrades", environment);
  }

  /** A module to register. */
  record Module(String name, List<String> producers) {
    static Module module(String name, String... producers) {
      return new Module(name, List.of(producers));
    }

    private Map<String, Object> json() {
      return Map.of(
          "name",
          name,
          "kind",
          "library",
          "producers",
          producers,
          "source",
          Digest.of(name.getBytes(StandardCharsets.UTF_8)).value(),
          "sourceBytes",
          100);
    }
  }
}
