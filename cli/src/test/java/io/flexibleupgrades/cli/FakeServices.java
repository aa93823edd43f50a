package io.flexibleupgrades.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * All three services on one address, answering what the test has put there. What is not put there
 * is 404 as problem+json; blobs that are uploaded are there afterwards.
 */
final class FakeServices implements AutoCloseable {
  /** A call as it arrived. */
  record Call(String method, String path, JsonNode body, Optional<String> idempotencyKey) {}

  private record Reply(int status, String body) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Map<String, Deque<Reply>> replies = new LinkedHashMap<>();
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private int connectionsToDrop;

  FakeServices() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    answer("GET /api/v1/endpoints", 200, endpoints());
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  String endpoints() {
    return "{'serviceCenter':'%1$s','orchestrator':'%1$s','store':'%1$s'}".formatted(address());
  }

  /** Puts an answer after those that are there for the call; the last one is given for ever. */
  synchronized FakeServices answer(String call, int status, String body) {
    replies
        .computeIfAbsent(call, _ -> new ArrayDeque<>())
        .add(new Reply(status, body.replace('\'', '"')));
    return this;
  }

  /** Breaks off the next connections that carry a JSON body, after the body has arrived. */
  synchronized void dropConnections(int count) {
    connectionsToDrop = count;
  }

  /** Returns the calls that begin with this text, such as {@code PUT /api/v1/blobs}. */
  List<Call> calls(String begin) {
    synchronized (calls) {
      return calls.stream()
          .filter(call -> (call.method() + " " + call.path()).startsWith(begin))
          .toList();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var bytes = exchange.getRequestBody().readAllBytes();
      boolean json =
          "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
      var path = exchange.getRequestURI().getRawPath();
      var query = exchange.getRequestURI().getRawQuery();
      var method = exchange.getRequestMethod();
      calls.add(
          new Call(
              method,
              query == null ? path : path + "?" + query,
              json ? JSON.readTree(bytes) : JsonNodeFactory.instance.missingNode(),
              Optional.ofNullable(exchange.getRequestHeaders().getFirst("Idempotency-Key"))));
      if (json && drops()) {
        return;
      }
      var reply = reply(method, path);
      if (method.equals("PUT") && path.contains("/blobs/") && reply.status() < 300) {
        answer("HEAD " + path, 200, "");
      }
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              reply.status() < 300 ? "application/json" : "application/problem+json");
      var body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private synchronized boolean drops() {
    return connectionsToDrop-- > 0;
  }

  private synchronized Reply reply(String method, String path) {
    var queue = replies.get(method + " " + path);
    if (queue != null) {
      var reply = queue.size() > 1 ? queue.remove() : queue.element();
      return method.equals("HEAD") ? new Reply(reply.status(), "") : reply;
    }
    if (method.equals("PUT") && path.contains("/blobs/")) {
      return new Reply(201, "");
    }
    return method.equals("HEAD")
        ? new Reply(404, "")
        : new Reply(404, problem("not-found", "Not found", "There is nothing at " + path + "."));
  }

  static String problem(String slug, String title, String detail) {
    return object()
        .put("type", "https://flexibleupgrades.io/problems/" + slug)
        .put("title", title)
        .put("detail", detail)
        .toString();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
