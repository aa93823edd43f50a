package io.flexibleupgrades.orchestrator.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;

/** Somebody who is notified: keeps what comes, and answers as it is told. */
final class WebhookReceiver implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final IntUnaryOperator status;

  /**
   * Starts to listen.
   *
   * @param port 0 for any
   * @param status what the first, second, … request (0, 1, …) is answered
   */
  WebhookReceiver(int port, IntUnaryOperator status) throws IOException {
    this.status = status;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.start();
  }

  static WebhookReceiver willing() throws IOException {
    return new WebhookReceiver(0, _ -> 200);
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/hook";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** Returns what came, as soon as it is so much. */
  List<Received> await(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (received.size() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "Of %d notifications %s came within %s".formatted(count, received, PATIENCE));
      }
      Thread.sleep(20);
    }
    return received();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var headers = new HashMap<String, List<String>>();
      exchange
          .getRequestHeaders()
          .forEach((name, texts) -> headers.put(name.toLowerCase(Locale.ROOT), texts));
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      int answer;
      synchronized (received) {
        answer = status.applyAsInt(received.size());
        received.add(new Received(headers, body));
      }
      exchange.sendResponseHeaders(answer, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /** One request. */
  record Received(Map<String, List<String>> headers, String body) {

    String id() {
      return headers.getOrDefault("webhook-id", List.of("none")).getFirst();
    }

    String type() {
      return JsonPath.from(body).getString("type");
    }

    Map<String, Object> facts() {
      return JsonPath.from(body).getMap("data");
    }

    /** Fails unless the request is signed with this secret. */
    void verify(String secret) {
      try {
        new Webhook(secret).verify(body, headers);
      } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
        throw new AssertionError("The signature of " + this + " is wrong", e);
      }
      assertThat(headers.get("content-type")).containsExactly("application/json");
    }
  }
}
