package io.flexibleupgrades.store.http;

import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.PostgresOnly;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

@QuarkusTest
@QuarkusTestResource(
    value = PostgresOnly.class,
    initArgs = @ResourceArg(name = "database", value = "store"))
class ProblemsIT {
  @TestHTTPResource URI base = URI.create("http://127.0.0.1");
  private StoreClient store = new StoreClient(base);

  @BeforeEach
  void connect() {
    store = new StoreClient(base);
  }

  @Test
  void answersEveryRefusalOfTheFrameworkWithAProblem() {
    problem(store.get("/"), 404, "no-such-address");
    problem(store.get("/api/v1/nothing"), 404, "no-such-address");
    var notAllowed = store.send("DELETE", "/api/v1/platforms/11.9.0", BodyPublishers.noBody());
    problem(notAllowed, 405, "method-not-allowed");
    problem(store.get("/api/v1/platforms", "accept", "text/html"), 406, "not-acceptable");
    problem(
        store.put("/api/v1/platforms/11.9.0", "bogus", new byte[1]), 415, "unsupported-media-type");
  }

  @Test
  void answersRawNonsenseWithABadRequest() throws IOException {
    for (var line :
        new String[] {
          "GET /api/v1/%zz HTTP/1.1",
          "GET /api/v1/platforms/%00 HTTP/1.1",
          "GET /api/v1/platforms/%ff%fe HTTP/1.1",
          "GET /../../etc/passwd HTTP/1.1",
          "PUT /api/v1/platforms/11.9.0 HTTP/1.1\r\nContent-Length: x",
          "PUT /api/v1/platforms/11.9.0 HTTP/1.1\r\nContent-Type: ;;\r\nContent-Length: 0",
          "GET /api/v1/platforms HTTP/1.1\r\nAccept: ;;;",
          "PUT /api/v1/platforms/11.9.0 HTTP/1.1\r\nContent-Type: application/zip\r\n"
              + "Content-Length: 99999999999999",
          "BREW /api/v1/platforms HTTP/1.1",
        }) {
      assertThat(answerTo(line)).as(line).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*");
    }
  }

  @Test
  void refusesABodyThatIsTooLargeToBeReadPast() throws IOException {
    var endless =
        "PUT /api/v1/platforms/11.9.0 HTTP/1.1\r\nContent-Type: application/zip\r\n"
            + "Content-Length: 536870913";
    assertThat(answerTo(endless))
        .contains("413 ", "application/problem+json", "flexup.store.http.max-body-bytes");
  }

  @Test
  void servesTheCommittedOpenApiDocument() throws IOException {
    var served = new String(store.get("/q/openapi").body(), StandardCharsets.UTF_8);
    var committed = Files.readString(Path.of("openapi.yaml"));

    // The order of keys differs from build to build.
    assertThat(new Yaml().<Object>load(served))
        .as("When the change is meant, copy target/openapi/openapi.yaml to openapi.yaml.")
        .isEqualTo(new Yaml().<Object>load(committed));
  }

  @Test
  void isReadyWhenTheSchemaIsThere() throws Exception {
    Eventually.holds(() -> store.get("/q/health/ready").statusCode() == 200);
    assertThat(store.get("/q/health/live").statusCode()).isEqualTo(200);
  }

  private String answerTo(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
      socket.setSoTimeout(20_000);
      var head = request + "\r\nHost: x\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.isEmpty() ? "no answer" : answer;
    }
  }
}
