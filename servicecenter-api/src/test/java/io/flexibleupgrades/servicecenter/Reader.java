package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.events.EnvironmentName;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads status and lists again and again, and requires of each answer that its numbers are true.
 */
final class Reader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> ENDED = Set.of("ready", "ready-with-errors", "cancelled");

  private final HttpClient client;
  private final Rounds rounds;
  private final AtomicLong answers;
  private final Map<String, Integer> percentages = new HashMap<>();
  private final Map<EnvironmentName, Long> sequences = new HashMap<>();
  private long compared;
  private long unavailable;

  Reader(HttpClient client, Rounds rounds, AtomicLong answers) {
    this.client = client;
    this.rounds = rounds;
    this.answers = answers;
  }

  long compared() {
    return compared;
  }

  long unavailable() {
    return unavailable;
  }

  /** Reads the status, and then the list that it counts. */
  void read(EnvironmentName environment) throws IOException, InterruptedException {
    var status = get("/api/v1/environments/" + environment + "/status");
    if (status.isEmpty()) {
      return;
    }
    requireTrue(environment, status.get());
    if (status.get().path("upgradeId").isTextual()) {
      var list =
          get(
              "/api/v1/upgrades/"
                  + status.get().path("upgradeId").asText()
                  + "/modules?limit=1000");
      if (list.isPresent() && asOf(list.get()) == asOf(status.get())) {
        compared++;
        requireEqual(status.get(), list.get());
      }
    }
  }

  private void requireTrue(EnvironmentName environment, JsonNode status) {
    var text = status.toString();
    int total = status.path("total").asInt();
    int settled = count(status, "prepared") + count(status, "failed") + count(status, "skipped");
    int percentage = status.path("percentage").asInt();
    var state = status.path("state").asText();
    boolean isOver = ENDED.contains(state) && settled == total;

    assertThat(settled + count(status, "cancelled")).as(text).isBetween(0, total);
    if (total > 0) {
      assertThat(percentage).as(text).isEqualTo(isOver ? 100 : Math.min(99, 100 * settled / total));
    }
    if (state.startsWith("ready")) {
      assertThat(settled).as(text).isEqualTo(total);
    }
    long sequence = asOf(status);
    assertThat(sequence).as(text).isGreaterThanOrEqualTo(sequences.getOrDefault(environment, 0L));
    sequences.put(environment, sequence);
    var round = environment + " " + rounds.at(environment, sequence);
    assertThat(percentage)
        .as("%s in round %s", text, round)
        .isGreaterThanOrEqualTo(percentages.getOrDefault(round, 0));
    percentages.put(round, percentage);
  }

  private static void requireEqual(JsonNode status, JsonNode list) {
    var counts = new HashMap<String, Integer>();
    list.path("items").forEach(item -> counts.merge(item.path("state").asText(), 1, Integer::sum));
    int open = counts.getOrDefault("pending", 0) + counts.getOrDefault("preparing", 0);
    int sum = open;
    for (var state : List.of("prepared", "failed", "skipped", "cancelled")) {
      assertThat(counts.getOrDefault(state, 0))
          .as("%s %s", state, status)
          .isEqualTo(count(status, state));
      sum += count(status, state);
    }
    assertThat(sum).as("%s", status).isEqualTo(count(status, "total"));
    assertThat(counts.getOrDefault("excluded", 0))
        .as("%s", status)
        .isEqualTo(count(status, "excluded"));
  }

  private Optional<JsonNode> get(String path) throws IOException, InterruptedException {
    var uri = URI.create("http://localhost:" + RestAssured.port + path);
    var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() == 503) {
      unavailable++;
      return Optional.empty();
    }
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    answers.incrementAndGet();
    return Optional.of(JSON.readTree(answer.body()));
  }

  private static long asOf(JsonNode answer) {
    return answer.path("asOf").path("sequence").asLong();
  }

  private static int count(JsonNode status, String name) {
    return status.path(name).asInt();
  }
}
