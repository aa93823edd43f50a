package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A connection to the live changes of an environment, read as a browser does. */
record LiveStream(HttpClient client, Iterator<String> lines) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /**
   * An event of the stream.
   *
   * @param cursor its id as it was sent
   */
  record Told(String event, String cursor, JsonPath data) {

    /** Returns the sequence of the last change that the event contains. */
    int id() {
      return Integer.parseInt(cursor.substring(cursor.indexOf('-') + 1));
    }
  }

  /** Opens the stream after the cursor, or where it is now. */
  static LiveStream open(String environment, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + environment + "/status/stream"))
            .timeout(Duration.ofSeconds(20));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var client = HttpClient.newHttpClient();
    var answer = client.send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new LiveStream(client, answer.body().iterator());
  }

  /** Adds what is told until that event has been told. */
  void readUntil(List<Told> told, Predicate<Told> last) {
    var event = "";
    var id = "";
    var data = "";
    var end = Instant.now().plus(PATIENCE);
    // A heartbeat is a line too, so that a silent stream is noticed.
    while (lines.hasNext() && Instant.now().isBefore(end)) {
      var line = lines.next();
      if (line.startsWith("event:")) {
        event = line.substring(6).strip();
      } else if (line.startsWith("id:")) {
        id = line.substring(3).strip();
      } else if (line.startsWith("data:")) {
        data = line.substring(5);
      } else if (line.isEmpty() && !data.isEmpty()) {
        var one = new Told(event, id, JsonPath.from(data));
        told.add(one);
        data = "";
        if (last.test(one)) {
          return;
        }
      }
    }
    throw new AssertionError("Told in vain, or no more: " + told.size() + " events.");
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
