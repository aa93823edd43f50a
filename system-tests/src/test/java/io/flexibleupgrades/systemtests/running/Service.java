package io.flexibleupgrades.systemtests.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service's HTTP API. Paths are below {@code /api/v1/}. */
public final class Service {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client;
  private final URI base;
  private final ObjectMapper json = new ObjectMapper();

  Service(HttpClient client, URI base) {
    this.client = client;
    this.base = base;
  }

  /** Returns an address of the service. */
  public URI address(String path) {
    return base.resolve(path);
  }

  public Answer get(String path) {
    return answer(send(request(path).GET()));
  }

  public Answer post(String path, Object body) {
    return answer(send(withJson(path).POST(BodyPublishers.ofByteArray(bytes(body)))));
  }

  public Answer put(String path, Object body) {
    return answer(send(withJson(path).PUT(BodyPublishers.ofByteArray(bytes(body)))));
  }

  public Answer putZip(String path, byte[] zip) {
    return answer(
        send(
            request(path)
                .header("Content-Type", "application/zip")
                .PUT(BodyPublishers.ofByteArray(zip))));
  }

  /** Returns the bytes at a path, which must be there. */
  public byte[] download(String path) {
    var response = send(request(path).GET());
    if (response.statusCode() != 200) {
      throw new AssertionError(path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** Returns the items of all pages of a list. */
  public List<JsonNode> items(String path) {
    var items = new ArrayList<JsonNode>();
    @Nullable String next = path;
    while (next != null) {
      var page = get(next).succeeded().json();
      page.path("items").forEach(items::add);
      var cursor = page.path("next").textValue();
      next = cursor == null ? null : path + (path.contains("?") ? "&" : "?") + "cursor=" + cursor;
    }
    return items;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve("/api/v1/" + path)).timeout(PATIENCE);
  }

  private HttpRequest.Builder withJson(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private byte[] bytes(Object body) {
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Answer answer(HttpResponse<byte[]> response) {
    var text = new String(response.body(), StandardCharsets.UTF_8);
    try {
      return new Answer(response.statusCode(), json.readTree(text));
    } catch (JsonProcessingException e) {
      return new Answer(response.statusCode(), MissingNode.getInstance());
    }
  }
}
