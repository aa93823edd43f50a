package io.flexibleupgrades.store.http;

import static io.flexibleupgrades.store.http.StoreClient.JSON;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.PostgresOnly;
import io.flexibleupgrades.events.Digest;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = PostgresOnly.class,
    initArgs = @ResourceArg(name = "database", value = "store"))
class ActionsIT {
  @TestHTTPResource URI base = URI.create("http://127.0.0.1");
  private StoreClient store = new StoreClient(base);

  @BeforeEach
  void connect() {
    store = new StoreClient(base);
  }

  @Test
  void givesBackTheObjectAsItWasSent() {
    var path = freshPath();
    var text = "{ \"b\" : 1.00, \"a\": \"\\u0000 ü \\ud800\" }";

    problem(store.get(path), 404, "action-not-found");
    assertThat(put(path, text)).isEqualTo(201);

    var answer = store.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(put(path, "{\"later\":true}")).isEqualTo(200);
    assertThat(StoreClient.json(store.get(path)).path("later").asBoolean()).isTrue();
  }

  @Test
  void refusesWhatIsNoObjectOrTooLarge() {
    var path = freshPath();
    for (var text : new String[] {"", "[]", "{", "{}{}", "{\"a\":\"\u0000\"}"}) {
      problem(store.put(path, JSON, bytes(text)), 400, "malformed-action");
    }
    var large = bytes("{\"a\":\"" + "x".repeat(1 << 20) + "\"}");
    problem(store.put(path, JSON, large), 413, "document-too-large");
    problem(store.put(path, "text/plain", bytes("{}")), 415, "unsupported-media-type");
    problem(store.put("/api/v1/actions/key", JSON, bytes("{}")), 400, "malformed-digest");
    problem(store.get("/api/v1/actions/key"), 400, "malformed-digest");
    problem(store.get(path), 404, "action-not-found");
  }

  @Test
  void createsAKeyOnceWhenManyPutIt() throws Exception {
    var path = freshPath();
    Callable<Integer> put = () -> put(path, "{\"same\":1}");

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = threads.invokeAll(Collections.nCopies(12, put));

      assertThat(answers).extracting(answer -> answer.get()).containsOnlyOnce(201);
    }
  }

  private int put(String path, String text) {
    return store.put(path, JSON, bytes(text)).statusCode();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String freshPath() {
    return "/api/v1/actions/" + Digest.of(bytes(UUID.randomUUID().toString()));
  }
}
