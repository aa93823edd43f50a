package io.flexibleupgrades.servicecenter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Answers as it is told to, and remembers what it was asked. */
public final class FakeOrchestrator implements QuarkusTestResourceLifecycleManager {
  private static final List<Asked> ASKED = new CopyOnWriteArrayList<>();
  private static volatile int status;
  private static volatile String body = "";
  private @Nullable HttpServer server;

  record Asked(String path, String key, String body) {}

  static void forget() {
    ASKED.clear();
  }

  /** Sets all later answers; with status 0 there is none. */
  static void answers(int code, String json) {
    status = code;
    body = json;
  }

  static List<Asked> asked() {
    return List.copyOf(ASKED);
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot listen", e);
    }
    server.createContext("/", FakeOrchestrator::answer);
    server.start();
    return Map.of("flexup.orchestrator.url", "http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      ASKED.add(
          new Asked(
              exchange.getRequestURI().getRawPath(),
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      if (status != 0) {
        var bytes = body.getBytes(UTF_8);
        var type = status < 300 ? "application/json" : "application/problem+json";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }
}
