package io.flexibleupgrades.orchestrator.store;

import io.flexibleupgrades.events.Digest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks the artifact store, which reads and verifies a blob before it says that it has it. */
@ApplicationScoped
public class ArtifactStore {
  private static final int OK = 200;
  private static final int ACCEPTED = 202;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final Duration WHILE_SENT = Duration.ofMinutes(1);

  private final StoreConfig config;
  private final HttpClient http;

  ArtifactStore(StoreConfig config) {
    this.config = config;
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(config.timeout())
            .build();
  }

  /**
   * Whether the store has the blob, with the right bytes.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public boolean has(Digest digest) {
    var request = request(blob(digest)).method("HEAD", HttpRequest.BodyPublishers.noBody());
    return isThere(send(request, BodyHandlers.discarding()));
  }

  /**
   * Writes the blob to this file; false if the store does not have it.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public boolean fetch(Digest digest, Path target) {
    return isThere(send(request(blob(digest)).GET(), BodyHandlers.ofFile(target)));
  }

  /**
   * Returns the JSON document at this path below {@code /api/v1/}, an empty text if there is none.
   *
   * @throws StoreUnavailableException if the store does not answer
   */
  public String document(String path) {
    var response = send(request(path).GET(), BodyHandlers.ofString());
    return isThere(response) ? response.body() : "";
  }

  /**
   * Sends a JSON document to this path below {@code /api/v1/}.
   *
   * @return why the store refuses it, empty if it does not
   * @throws StoreUnavailableException if the store does not answer
   */
  public Optional<String> send(String method, String path, byte[] document) {
    var request =
        request(path)
            .timeout(config.timeout().plus(WHILE_SENT))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(document));
    var response = answered(request.build(), BodyHandlers.ofString());
    return switch (response.statusCode()) {
      case OK, ACCEPTED, NO_CONTENT -> Optional.empty();
      case CONFLICT, BAD_REQUEST -> Optional.of(response.body());
      default -> throw unavailable("status " + response.statusCode());
    };
  }

  /** Returns the failure to throw when the store's answer makes no sense. */
  public StoreUnavailableException unavailable(String what) {
    return new StoreUnavailableException(config.url(), what);
  }

  private boolean isThere(HttpResponse<?> response) {
    return switch (response.statusCode()) {
      case OK -> true;
      case NOT_FOUND -> false;
      default -> throw unavailable("status " + response.statusCode());
    };
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    return answered(request.timeout(config.timeout()).build(), body);
  }

  private <T> HttpResponse<T> answered(HttpRequest request, BodyHandler<T> body) {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      throw unavailable(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(config.url() + "/api/v1/" + path));
  }

  private static String blob(Digest digest) {
    return "blobs/sha256/" + digest;
  }
}
