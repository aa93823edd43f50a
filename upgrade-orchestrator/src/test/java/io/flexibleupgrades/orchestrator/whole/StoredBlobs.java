package io.flexibleupgrades.orchestrator.whole;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.ConfigProvider;

/** The blobs in the {@link FakeStore}, as a worker puts them there and as a disk loses them. */
final class StoredBlobs {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private StoredBlobs() {}

  /** Returns the address of the store that the orchestrator under test was given. */
  static URI store() {
    return URI.create(ConfigProvider.getConfig().getValue("flexup.store.url", String.class));
  }

  static Digest put(URI store, byte[] bytes) {
    var digest = Digest.of(bytes);
    send(store, digest, "PUT", BodyPublishers.ofByteArray(bytes));
    return digest;
  }

  static void lose(Digest digest) {
    send(store(), digest, "DELETE", BodyPublishers.noBody());
  }

  private static void send(
      URI store, Digest digest, String method, HttpRequest.BodyPublisher body) {
    var address = store.resolve("/api/v1/blobs/sha256/" + digest);
    try {
      HTTP.send(
          HttpRequest.newBuilder(address).method(method, body).build(), BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
