package io.flexibleupgrades.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** The calls of one service. */
public final class ServiceClient {
  private static final Duration ANSWER_TIME = Duration.ofSeconds(30);
  private static final Duration UPLOAD_TIME = Duration.ofMinutes(5);
  private static final int NOT_FOUND = 404;

  private final Service service;
  private final URI base;
  private final HttpCalls http;

  public ServiceClient(Service service, URI base, HttpCalls http) {
    this.service = service;
    this.base = base;
    this.http = http;
  }

  public URI base() {
    return base;
  }

  /** Returns what is at this address. */
  public JsonNode get(ApiPath path) {
    return accepted("GET " + path, exchange(request(path, ANSWER_TIME).GET())).body();
  }

  /** Returns what is at this address, or nothing if nothing is. */
  public Optional<JsonNode> find(ApiPath path) {
    var reply = exchange(request(path, ANSWER_TIME).GET());
    return reply.status() == NOT_FOUND
        ? Optional.empty()
        : Optional.of(accepted("GET " + path, reply).body());
  }

  /** Returns whether something is at this address. */
  public boolean has(ApiPath path) {
    var reply = exchange(request(path, ANSWER_TIME).HEAD());
    if (reply.status() == NOT_FOUND) {
      return false;
    }
    accepted("HEAD " + path, reply);
    return true;
  }

  /** Puts a JSON document; a repetition after a dropped connection does it once. */
  public Answer put(ApiPath path, JsonNode body) {
    return sendJson("PUT", path, body);
  }

  /** Posts a JSON document; a repetition after a dropped connection does it once. */
  public Answer post(ApiPath path, JsonNode body) {
    return sendJson("POST", path, body);
  }

  /** Deletes what is at this address; a repetition after a dropped connection does it once. */
  public Answer delete(ApiPath path) {
    var reply = exchange(keyed(request(path, ANSWER_TIME)).DELETE());
    return accepted("DELETE " + path, reply);
  }

  /**
   * Puts the bytes of a zip file.
   *
   * @throws FileNotFoundException if the file is gone
   */
  public Answer upload(ApiPath path, Path zip) throws FileNotFoundException {
    var reply =
        exchange(
            request(path, UPLOAD_TIME)
                .header("Content-Type", "application/zip")
                .PUT(BodyPublishers.ofFile(zip)));
    return accepted("PUT " + path, reply);
  }

  private Answer sendJson(String method, ApiPath path, JsonNode body) {
    BodyPublisher bytes = BodyPublishers.ofString(body.toString());
    var reply =
        exchange(
            keyed(request(path, ANSWER_TIME))
                .header("Content-Type", "application/json")
                .method(method, bytes));
    return accepted(method + " " + path, reply);
  }

  private static HttpRequest.Builder keyed(HttpRequest.Builder request) {
    return request.header("Idempotency-Key", UUID.randomUUID().toString());
  }

  private HttpRequest.Builder request(ApiPath path, Duration time) {
    return HttpRequest.newBuilder(path.below(base))
        .timeout(time)
        .header("Accept", "application/json, application/problem+json");
  }

  private HttpCalls.Reply exchange(HttpRequest.Builder request) {
    return http.exchange(service, base, request.build());
  }

  private Answer accepted(String call, HttpCalls.Reply reply) {
    if (reply.status() / 100 != 2) {
      throw RefusedException.of(service, call, reply.status(), reply.body());
    }
    return new Answer(reply.status(), reply.body());
  }
}
