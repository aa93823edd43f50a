package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Asks the service as its users do. */
final class Api {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Api() {}

  static JsonPath get(String path) {
    return given().get(path).then().statusCode(200).extract().jsonPath();
  }

  static int code(String path) {
    return given().get(path).statusCode();
  }

  /** Returns the status as soon as it is as of the run's last event. */
  static JsonPath statusOf(Run run) {
    long events = run.events();
    var path = run.path() + "/status";
    await(
        "the views to reach event " + events,
        () -> {
          var answer = given().get(path);
          return answer.statusCode() == 200 && answer.jsonPath().getLong("asOf.sequence") == events;
        });
    return get(path);
  }

  /** Requires that each count of the latest upgrade is the length of the list that it counts. */
  static void assertCountsEqualLists(Run run) {
    var status = statusOf(run);
    var modules = all("/api/v1/upgrades/" + run.upgrade + "/modules", 100);
    var found = new HashMap<String, String>();
    var counts = new HashMap<String, Integer>();
    for (var module : modules) {
      var state = String.valueOf(module.get("state"));
      counts.merge(state, 1, Integer::sum);
      found.put(String.valueOf(module.get("name")), state.equals("preparing") ? "pending" : state);
    }
    for (var state : List.of("prepared", "failed", "skipped", "cancelled", "excluded")) {
      assertThat(status.getInt(state)).as(state).isEqualTo(counts.getOrDefault(state, 0));
    }
    assertThat(status.getInt("total"))
        .isEqualTo(modules.size() - counts.getOrDefault("excluded", 0));
    assertThat(found).containsAllEntriesOf(run.states);
  }

  /** Returns the items of all pages. */
  static List<Map<String, Object>> all(String path, int limit) {
    var found = new ArrayList<Map<String, Object>>();
    var cursor = "";
    do {
      var page = get(path + "?limit=" + limit + "&cursor=" + cursor);
      found.addAll(page.getList("items"));
      cursor = page.getString("next");
    } while (cursor != null);
    return found;
  }

  static void await(String what, Callable<Boolean> reached) {
    await(what, PATIENCE, reached);
  }

  static void await(String what, Duration patience, Callable<Boolean> reached) {
    var end = Instant.now().plus(patience);
    try {
      while (!reached.call()) {
        if (Instant.now().isAfter(end)) {
          throw new AssertionError("Waited in vain for " + what + ".");
        }
        Thread.sleep(patience.compareTo(PATIENCE) > 0 ? 200 : 20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted while waiting for " + what, e);
    } catch (Exception e) {
      throw new AssertionError("Failed while waiting for " + what, e);
    }
  }
}
