package io.flexibleupgrades.orchestrator.whole;

import static io.restassured.RestAssured.given;

import io.flexibleupgrades.events.Digest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an operator's tool asks of the orchestrator. */
final class Operator {
  private Operator() {}

  static Response create(String environment, String kind, String edition, String platform) {
    return create(environment, kind, edition, platform, "environment");
  }

  static Response create(
      String environment, String kind, String edition, String platform, String lock) {
    return given()
        .contentType("application/json")
        .body(Map.of("kind", kind, "edition", edition, "platform", platform, "lock", lock))
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

  static Response publish(String environment, String... modules) {
    return given()
        .contentType("application/json")
        .body(Map.of("requestedBy", "test", "modules", List.of(modules)))
        .post("/api/v1/environments/{env}/publishes", environment);
  }

  static Response configure(String environment, String module, String key, String value) {
    return given()
        .contentType("application/json")
        .body(Map.of("requestedBy", "test", "settings", Map.of(key, value)))
        .put("/api/v1/environments/{env}/modules/{module}/configuration", environment, module);
  }

  static Response remove(String environment, String module) {
    return given().delete("/api/v1/environments/{env}/modules/{module}", environment, module);
  }

  /** Asks something of an upgrade: confirm, prepare, pause, resume or cancel. */
  static Response steer(String upgrade, String operation, Object... fields) {
    var body = new HashMap<String, Object>(Map.of("requestedBy", "test"));
    for (int i = 0; i < fields.length; i += 2) {
      body.put((String) fields[i], fields[i + 1]);
    }
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/v1/upgrades/{upgrade}/{operation}", upgrade, operation);
  }

  /** Returns an upgrade's state and counts: {@code ready 3 0 0}. */
  static String progress(String upgrade) {
    var view = given().get("/api/v1/upgrades/{upgrade}", upgrade).jsonPath();
    return "%s %d %d %d"
        .formatted(
            view.getString("state"),
            view.getInt("prepared"),
            view.getInt("failed"),
            view.getInt("skipped"));
  }

  /** A module to register. */
  record Module(String name, String kind, String source, List<String> producers) {
    static Module module(String name, String... producers) {
      return new Module(name, "library", name, List.of(producers));
    }

    /** Returns the module with another source. */
    Module edited() {
      return new Module(name, kind, source + "'", producers);
    }

    Module asSystem() {
      return new Module(name, "system", source, producers);
    }

    private Map<String, Object> json() {
      return Map.of(
          "name",
          name,
          "kind",
          kind,
          "producers",
          producers,
          "source",
          Digest.of(source.getBytes(StandardCharsets.UTF_8)).value(),
          "sourceBytes",
          100);
    }
  }
}
