package io.flexibleupgrades.store.http;

import static io.flexibleupgrades.store.http.StoreClient.ZIP;
import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.PostgresOnly;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.Zip;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients that count wrongly, are slow, ask first, or send what no client sends. */
@QuarkusTest
@QuarkusTestResource(
    value = PostgresOnly.class,
    initArgs = @ResourceArg(name = "database", value = "store"))
class HostileRequestsIT {
  @TestHTTPResource URI base = URI.create("http://127.0.0.1");
  private StoreClient store = new StoreClient(base);

  @BeforeEach
  void connect() {
    store = new StoreClient(base);
  }

  @Test
  @DisplayName("G11: a client that asks whether to send its body is told to, and served")
  void tellsAClientThatWaitsToSendItsBody() throws IOException {
    var zip = fresh();
    try (var socket = connection()) {
      send(socket, head(zip, zip.length, "Expect: 100-continue\r\n"));
      assertThat(read(socket, 12)).isEqualTo("HTTP/1.1 100");
      socket.getOutputStream().write(zip);
      assertThat(rest(socket)).contains("HTTP/1.1 201");
    }
    assertThat(store.get(blob(Digest.of(zip))).body()).isEqualTo(zip);
  }

  @Test
  @DisplayName("G11: a body that is cut, or longer than it says, is never kept")
  void keepsNothingOfABodyOfTheWrongLength() throws IOException {
    var zip = fresh();
    try (var socket = connection()) {
      send(socket, head(zip, zip.length - 1, ""));
      socket.getOutputStream().write(zip);
      assertThat(rest(socket)).contains("HTTP/1.1 400", "digest-mismatch");
    }
    try (var socket = connection()) {
      send(socket, head(zip, zip.length + 1, ""));
      socket.getOutputStream().write(zip);
      socket.shutdownOutput();
      assertThat(rest(socket)).doesNotContain("HTTP/1.1 20");
    }
    problem(store.get(blob(Digest.of(zip))), 404, "blob-not-found");
  }

  @Test
  @DisplayName("G11: a slow client's upload arrives whole")
  void takesAnUploadByteByByte() throws IOException {
    var zip = fresh();
    try (var socket = connection()) {
      socket.setTcpNoDelay(true);
      send(socket, head(zip, zip.length, ""));
      for (int at = 0; at < zip.length; at += 7) {
        socket.getOutputStream().write(zip, at, Math.min(7, zip.length - at));
        socket.getOutputStream().flush();
      }
      assertThat(rest(socket)).contains("HTTP/1.1 201");
    }
    assertThat(store.get(blob(Digest.of(zip))).body()).isEqualTo(zip);
  }

  @Test
  @DisplayName("G11: a range, a weak tag or a list of tags never gets a wrong answer")
  void answersConditionsAndRangesCorrectly() {
    var zip = fresh();
    var path = blob(Digest.of(zip));
    var tag = "\"" + Digest.of(zip) + "\"";
    assertThat(store.put(path, ZIP, zip).statusCode()).isEqualTo(201);

    // Ranges are not offered, so the answer is the whole.
    var range = store.get(path, "range", "bytes=1-9");
    assertThat(range.statusCode()).isEqualTo(200);
    assertThat(range.body()).isEqualTo(zip);
    assertThat(store.get(path, "if-none-match", "\"other\", " + tag).statusCode()).isEqualTo(304);
    assertThat(store.get(path, "if-none-match", "\"other\"").body()).isEqualTo(zip);
    assertThat(store.get(path, "if-match", "\"other\"").statusCode()).isEqualTo(412);
    assertThat(store.get(path, "if-match", tag).body()).isEqualTo(zip);
  }

  @Test
  @DisplayName("G11: hostile heads are refused and the store lives on")
  void refusesHostileHeads() throws IOException {
    var huge = "x".repeat(100_000);
    assertThat(answer("GET /api/v1/platforms HTTP/1.1\r\nX: " + huge)).contains(" 431 ");
    assertThat(answer("GET /" + huge + " HTTP/1.1")).contains(" 414 ");
    for (var hostile :
        new String[] {
          "/api/v1/blobs/sha256/../../../../etc/passwd",
          "/api/v1/blobs/sha256/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
          "/api/v1/blobs/sha256/" + "a".repeat(63) + "%00",
          "/api/v1/blobs/sha256/" + "a".repeat(62) + "%2f.",
          "/api/v1/blobs/sha256/" + "A".repeat(64)
        }) {
      assertThat(answer("GET " + hostile + " HTTP/1.1"))
          .as(hostile)
          .containsPattern("HTTP/1.1 40[04]");
    }
    var path = blob(Digest.of(fresh()));
    assertThat(answer("PUT " + path + " HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6"))
        .contains("HTTP/1.1 400");
    assertThat(store.get("/q/health/live").statusCode()).isEqualTo(200);
  }

  private String answer(String head) throws IOException {
    try (var socket = connection()) {
      send(socket, head + "\r\nHost: x\r\nConnection: close\r\n\r\n");
      return rest(socket);
    }
  }

  private Socket connection() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort());
    socket.setSoTimeout(40_000);
    return socket;
  }

  private static String head(byte[] zip, int length, String more) {
    return "PUT %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n"
        .formatted(blob(Digest.of(zip)), ZIP, length, more);
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
  }

  private static String rest(Socket socket) throws IOException {
    var text = new StringBuilder();
    var buffer = new byte[4096];
    try {
      for (int count = socket.getInputStream().read(buffer);
          count >= 0;
          count = socket.getInputStream().read(buffer)) {
        text.append(new String(Arrays.copyOf(buffer, count), StandardCharsets.UTF_8));
      }
    } catch (SocketException _) {
      // Reset after the answer: the rest of the request was not read.
    }
    return text.toString();
  }

  private static byte[] fresh() {
    var bytes = new byte[10_000];
    new Random().nextBytes(bytes);
    return Zip.of("a/b.bin", bytes);
  }
}
