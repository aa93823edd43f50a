package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The artifact store over HTTP. Every call waits for an answer for a bounded time; while the store
 * is away or overloaded, calls are repeated with growing pauses until the patience is over.
 */
public final class StoreClient {
  private final URI api;
  private final PatientHttp http;

  /**
   * Makes a client; nothing is sent yet.
   *
   * @param store address of the store, without a path
   * @param patience how long to go on when the store is away
   */
  public StoreClient(URI store, Duration patience) {
    this.api = URI.create(store.toString().replaceAll("/+$", "") + "/api/v1/");
    this.http = new PatientHttp(api, patience);
  }

  /**
   * Writes a blob to this file; what is there afterwards has the digest.
   *
   * @throws IOException if the file cannot be written or read
   */
  void fetch(Digest digest, Path target)
      throws StoreFaultException, IOException, InterruptedException {
    var what = "blob " + digest;
    var writing = new FileBody(target);
    var answer = http.answered(what, request("blobs/sha256/" + digest).GET(), 0, writing);
    writing.check();
    if (answer.statusCode() == 404) {
      throw new StoreFaultException("The artifact store has no %s.".formatted(what));
    }
    expect(what, answer, 200);
    if (!digestOf(target).equals(digest)) {
      throw new StoreFaultException(
          "The artifact store sent other bytes than those of %s.".formatted(what));
    }
  }

  /** Whether the store has this blob. */
  public boolean has(Digest digest) throws StoreFaultException, InterruptedException {
    var what = "blob " + digest;
    var request = request("blobs/sha256/" + digest).method("HEAD", BodyPublishers.noBody());
    var answer = http.answered(what, request, 0, BodyHandlers.discarding());
    if (answer.statusCode() == 404) {
      return false;
    }
    expect(what, answer, 200);
    return true;
  }

  /** Stores a file as the blob of this digest. */
  public void store(Digest digest, Path file) throws StoreFaultException, InterruptedException {
    var what = "blob " + digest;
    try {
      var request =
          request("blobs/sha256/" + digest)
              .header("Content-Type", "application/zip")
              .PUT(BodyPublishers.ofFile(file));
      expect(
          what, http.answered(what, request, Files.size(file), BodyHandlers.ofString()), 200, 201);
    } catch (IOException e) {
      throw new StoreFaultException("Cannot read %s: %s.".formatted(file, e.getMessage()));
    }
  }

  /** Returns what is known of an action. */
  Optional<byte[]> action(String key) throws StoreFaultException, InterruptedException {
    var what = "action " + key;
    var answer =
        http.answered(what, request("actions/" + key).GET(), 0, BodyHandlers.ofByteArray());
    if (answer.statusCode() == 404) {
      return Optional.empty();
    }
    expect(what, answer, 200);
    return Optional.of(answer.body());
  }

  void recordAction(String key, byte[] json) throws StoreFaultException, InterruptedException {
    var what = "action " + key;
    var request =
        request("actions/" + key)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(json));
    expect(what, http.answered(what, request, json.length, BodyHandlers.ofString()), 200, 201);
  }

  /** Whether the store answers now. */
  public boolean answers() throws InterruptedException {
    try {
      var request = request("platforms").timeout(Duration.ofSeconds(1)).GET().build();
      return http.once(request, BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException _) {
      return false;
    }
  }

  static Digest digestOf(Path file) throws IOException {
    var sha = Digest.sha256();
    try (InputStream in = Files.newInputStream(file);
        var out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
      in.transferTo(out);
    }
    return new Digest(HexFormat.of().formatHex(sha.digest()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(api.resolve(path));
  }

  private static void expect(String what, HttpResponse<?> answer, int... statuses)
      throws StoreFaultException {
    for (int status : statuses) {
      if (answer.statusCode() == status) {
        return;
      }
    }
    var body =
        switch (answer.body()) {
          case String text -> text;
          case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
          case null, default -> "";
        };
    throw new StoreFaultException(
        "The artifact store refused %s with status %d%s"
            .formatted(what, answer.statusCode(), body.isBlank() ? "." : ": " + body));
  }
}
