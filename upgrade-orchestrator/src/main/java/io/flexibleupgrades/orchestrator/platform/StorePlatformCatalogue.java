package io.flexibleupgrades.orchestrator.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;

/** Asks the artifact store over HTTP. */
@ApplicationScoped
class StorePlatformCatalogue implements PlatformCatalogue {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final StoreConfig config;
  private final ObjectMapper json;
  private final HttpClient http;

  StorePlatformCatalogue(StoreConfig config, ObjectMapper json) {
    this.config = config;
    this.json = json;
    http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
  }

  @Override
  public Optional<Platform> find(PlatformVersion version) {
    var response = send(HttpRequest.newBuilder(address("platforms/" + version)).GET());
    return switch (response.statusCode()) {
      case OK -> Optional.of(new Platform(version, digest(response.body())));
      case NOT_FOUND -> Optional.empty();
      default -> throw unavailable("status " + response.statusCode());
    };
  }

  @Override
  public boolean serves(Platform platform) {
    var response =
        send(HttpRequest.newBuilder(address("blobs/sha256/" + platform.digest())).HEAD());
    return switch (response.statusCode()) {
      case OK -> true;
      case NOT_FOUND -> false;
      default -> throw unavailable("status " + response.statusCode());
    };
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(config.timeout()).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw unavailable(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("interrupted");
    }
  }

  private Digest digest(String body) {
    try {
      return new Digest(json.readTree(body).path("digest").asText());
    } catch (IOException | IllegalArgumentException e) {
      throw unavailable("its answer is malformed: " + e.getMessage());
    }
  }

  private URI address(String path) {
    return URI.create(config.url() + "/api/v1/" + path);
  }

  private StoreUnavailableException unavailable(String what) {
    return new StoreUnavailableException(config.url(), what);
  }
}
