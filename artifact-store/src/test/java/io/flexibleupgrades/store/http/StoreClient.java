package io.flexibleupgrades.store.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to the store as its clients do. */
public final class StoreClient {
  public static final String ZIP = "application/zip";
  public static final String JSON = "application/json";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;

  public StoreClient(URI base) {
    this.base = base;
  }

  public HttpResponse<byte[]> get(String path, String... headers) {
    return send("GET", path, BodyPublishers.noBody(), headers);
  }

  public HttpResponse<byte[]> put(String path, String type, byte[] body) {
    return send("PUT", path, BodyPublishers.ofByteArray(body), "content-type", type);
  }

  public HttpResponse<byte[]> send(
      String method, String path, BodyPublisher body, String... headers) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  public static String blob(Digest digest) {
    return "/api/v1/blobs/sha256/" + digest;
  }

  public static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return MAPPER.readTree(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + answer, e);
    }
  }

  /** Returns the problem document after looking at what all of them have. */
  public static JsonNode problem(HttpResponse<byte[]> answer, int status, String slug) {
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    var problem = json(answer);
    assertThat(problem.path("type").asText())
        .isEqualTo("https://flexibleupgrades.io/problems/" + slug);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("title").asText()).isNotBlank();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("instance").asText()).isNotBlank();
    return problem;
  }
}
