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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An artifact store that has platforms 11.8.0, 11.9.0, 11.9.1, 11.10.0 and 12.0.0, and the blobs
 * that were put into it and not deleted since.
 */
public final class FakeStore implements QuarkusTestResourceLifecycleManager {
  private static final Set<String> PUSHED =
      Set.of("11.7.0", "11.8.0", "11.9.0", "11.9.1", "11.10.0", "12.0.0");
  private static final Set<String> PLATFORMS =
      PUSHED.stream().map(version -> digest(version).value()).collect(Collectors.toSet());
  private static final byte[] NOTHING = new byte[0];
  private static final String DIVERGED = "\"diverged\":true";

  private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  private final Map<String, String> journals = new ConcurrentHashMap<>();
  private volatile byte[] marks = NOTHING;
  private @Nullable HttpServer server;

  /** Returns the digest of the pushed distribution of a version. */
  static Digest digest(String version) {
    return Digest.of(version.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/api/v1/platforms/", FakeStore::platform);
      server.createContext("/api/v1/blobs/", this::blob);
      server.createContext("/api/v1/journals", this::journal);
      server.createContext("/api/v1/collections", this::collection);
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
    var version = name(exchange);
    if (PUSHED.contains(version)) {
      answer(exchange, 200, text("{\"digest\":\"" + digest(version) + "\"}"));
    } else {
      answer(exchange, 404, text("{}"));
    }
  }

  private void blob(HttpExchange exchange) throws IOException {
    var digest = name(exchange);
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        blobs.put(digest, exchange.getRequestBody().readAllBytes());
        answer(exchange, 201, NOTHING);
      }
      case "DELETE" -> {
        blobs.remove(digest);
        answer(exchange, 204, NOTHING);
      }
      default -> {
        var bytes = PLATFORMS.contains(digest) ? NOTHING : blobs.get(digest);
        answer(exchange, bytes == null ? 404 : 200, bytes == null ? NOTHING : bytes);
      }
    }
  }

  private void journal(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      journals.merge(name(exchange), body, FakeStore::announced);
      answer(exchange, 204, NOTHING);
    } else {
      var items =
          journals.entrySet().stream()
              .map(known -> "{\"id\":\"" + known.getKey() + "\"," + known.getValue().substring(1))
              .collect(Collectors.joining(",", "{\"items\":[", "]}"));
      answer(exchange, 200, text(items));
    }
  }

  /** A journal that diverged once is one that diverged, as in the real store. */
  private static String announced(String before, String now) {
    return before.contains(DIVERGED) ? now.replace("\"diverged\":false", DIVERGED) : now;
  }

  /** Takes mark sets, and gives the latest. */
  private void collection(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      marks = exchange.getRequestBody().readAllBytes();
      answer(exchange, 202, NOTHING);
    } else {
      answer(exchange, 200, marks);
    }
  }

  private static String name(HttpExchange exchange) {
    var path = exchange.getRequestURI().getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    try (exchange) {
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
      if (!head) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }
}
