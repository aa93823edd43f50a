package io.flexibleupgrades.orchestrator.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks again with the same Idempotency-Key until a command is acknowledged. */
final class PersistentOperator {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Set<Integer> NOT_YET = Set.of(409, 423, 503);
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<Command, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger unanswered = new AtomicInteger();

  /** Returns the acknowledgement. */
  JsonNode ask(URI orchestrator, Command command) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    var last = "nothing";
    while (System.nanoTime() < deadline) {
      try {
        var answer = http.send(request(orchestrator, command), BodyHandlers.ofString());
        last = answer.statusCode() + " " + answer.body();
        if (answer.statusCode() / 100 == 2) {
          acknowledged.merge(command, answer.body(), (first, again) -> same(command, first, again));
          return JSON.readTree(answer.body());
        }
        if (!NOT_YET.contains(answer.statusCode())) {
          break;
        }
      } catch (ConnectException e) {
        last = "no connection";
      } catch (IOException e) {
        last = String.valueOf(e.getMessage());
        unanswered.incrementAndGet();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("%s was answered %s".formatted(command, last));
  }

  /** Returns what was acknowledged so far. */
  Set<Command> acknowledged() {
    return acknowledged.keySet();
  }

  /** Returns how often a request was sent and its connection broke before the answer. */
  int unanswered() {
    return unanswered.get();
  }

  private static String same(Command command, String first, String again) {
    if (!first.equals(again)) {
      throw new AssertionError("%s was answered %s, and then %s".formatted(command, first, again));
    }
    return first;
  }

  private static HttpRequest request(URI orchestrator, Command command) {
    return HttpRequest.newBuilder(orchestrator.resolve("/api/v1/" + command.path()))
        .timeout(Duration.ofSeconds(20))
        .header("content-type", "application/json")
        .header("idempotency-key", command.id())
        .method(command.method(), BodyPublishers.ofString(command.body()))
        .build();
  }
}
