package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class StreamIT {
  @Inject Journal journal;

  private record Told(String event, int id, JsonPath data) {}

  @Test
  @DisplayName("B47 tells every change once and in order, also after a lost connection")
  void tellsEveryChangeOnce() throws Exception {
    var run = Run.cloud(journal, "told");
    for (int i = 0; i < 20; i++) {
      run.module("m" + i);
    }
    run.start().platformUpgraded().preparing();
    Api.statusOf(run);

    var first = new ArrayList<Told>();
    try (var stream = open(run, "0")) {
      stream.readUntil(first, told -> told.event().equals("status"));
      for (int i = 0; i < 10; i++) {
        run.requested("m" + i, 1).prepared("m" + i);
      }
      run.events();
      stream.readUntil(first, told -> told.id() >= 30 && told.event().equals("module"));
    }
    for (int i = 10; i < 20; i++) {
      run.prepared("m" + i);
    }
    run.ended();
    Api.statusOf(run);
    var rest = new ArrayList<Told>();
    var last = modules(first).getLast();
    try (var stream = open(run, last.toString())) {
      stream.readUntil(rest, told -> told.event().equals("status"));
    }

    var all = new ArrayList<>(modules(first));
    all.addAll(modules(rest));
    assertThat(all).isEqualTo(IntStream.rangeClosed(1, 50).boxed().toList());
    assertThat(rest.getLast().data().getString("state")).isEqualTo("ready");
    assertThat(rest.getLast().id()).isEqualTo(50);
  }

  @Test
  void startsWithThePresentStatus() throws Exception {
    var run = Run.cloud(journal, "present").module("m").start();
    Api.statusOf(run);

    var told = new ArrayList<Told>();
    try (var stream = open(run, null)) {
      stream.readUntil(told, any -> true);
    }

    assertThat(told.getFirst().event()).isEqualTo("status");
    assertThat(told.getFirst().data().getString("environment")).isEqualTo("present");
  }

  @Test
  void answersAnUnknownEnvironmentWithAProblem() {
    assertThat(Api.code("/api/v1/environments/nobody/status/stream")).isEqualTo(404);
  }

  private static List<Integer> modules(List<Told> told) {
    return told.stream().filter(one -> one.event().equals("module")).map(Told::id).toList();
  }

  private Reading open(Run run, @Nullable String lastEventId)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + run.path() + "/status/stream"))
            .timeout(Duration.ofSeconds(20));
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    var client = HttpClient.newHttpClient();
    var answer = client.send(request.build(), BodyHandlers.ofLines());
    assertThat(answer.statusCode()).isEqualTo(200);
    return new Reading(client, answer.body().iterator());
  }

  private record Reading(HttpClient client, java.util.Iterator<String> lines)
      implements AutoCloseable {
    void readUntil(List<Told> told, java.util.function.Predicate<Told> last) {
      var event = "";
      int id = -1;
      var data = "";
      while (lines.hasNext()) {
        var line = lines.next();
        if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("id:")) {
          id = Integer.parseInt(line.substring(3).strip());
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
      throw new AssertionError("The stream ended after " + told.size() + " events.");
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
