package io.flexibleupgrades.orchestrator.whole;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flexibleupgrades.events.Digest;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An artifact store that has platforms 11.8.0, 11.9.0, 11.9.1, 11.10.0 and 12.0.0. */
public final class FakeStore implements QuarkusTestResourceLifecycleManager {
  private static final Set<String> PUSHED =
      Set.of("11.7.0", "11.8.0", "11.9.0", "11.9.1", "11.10.0", "12.0.0");

  private @Nullable HttpServer server;

  /** Returns the digest of the pushed distribution of a version. */
  static Digest digest(String version) {
    return Digest.of(version.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/api/v1/platforms/", FakeStore::platform);
      server.createContext("/api/v1/blobs/", exchange -> answer(exchange, 200, ""));
      server.start();
      return Map.of("flexup.store.url", "http://127.0.0.1:" + server.getAddress().getPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private static void platform(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var version = path.substring(path.lastIndexOf('/') + 1);
    if (PUSHED.contains(version)) {
      answer(exchange, 200, "{\"digest\":\"" + digest(version) + "\"}");
    } else {
      answer(exchange, 404, "{}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
      if (!head) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }
}
