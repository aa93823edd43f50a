package io.flexibleupgrades.store.http;

import static io.flexibleupgrades.store.http.StoreClient.ZIP;
import static io.flexibleupgrades.store.http.StoreClient.blob;
import static io.flexibleupgrades.store.http.StoreClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.PostgresOnly;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.Zip;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
    value = PostgresOnly.class,
    initArgs = @ResourceArg(name = "database", value = "store"))
class BlobsIT {
  private static final Path FOLDER = Path.of("target/store-it");

  @TestHTTPResource URI base = URI.create("http://127.0.0.1");
  private StoreClient store = new StoreClient(base);

  @BeforeEach
  void connect() {
    store = new StoreClient(base);
  }

  @Test
  void givesBackWhatWasPut() {
    var zip = fresh();
    var path = blob(Digest.of(zip));

    assertThat(store.put(path, ZIP, zip).statusCode()).isEqualTo(201);
    assertThat(store.put(path, ZIP, zip).statusCode()).isEqualTo(200);

    var tag = "\"" + Digest.of(zip) + "\"";
    var answer = store.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(zip);
    assertThat(answer.headers().firstValue("etag")).contains(tag);
    assertThat(answer.headers().firstValueAsLong("content-length")).hasValue(zip.length);
    assertThat(answer.headers().firstValue("content-type")).contains(ZIP);
    var head = store.send("HEAD", path, BodyPublishers.noBody());
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("content-length")).hasValue(zip.length);
    assertThat(head.headers().firstValue("etag")).contains(tag);
    assertThat(store.get(path, "if-none-match", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void takesABodyOfUndeclaredLength() {
    var zip = fresh();
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(zip));

    var answer = store.send("PUT", blob(Digest.of(zip)), chunked, "content-type", ZIP);

    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void refusesBytesOfAnotherDigest() {
    var path = blob(Digest.of(fresh()));

    problem(store.put(path, ZIP, fresh()), 400, "digest-mismatch");
    problem(store.get(path), 404, "blob-not-found");
    assertThat(store.send("HEAD", path, BodyPublishers.noBody()).statusCode()).isEqualTo(404);
  }

  @Test
  void refusesWhatIsNoDigest() {
    for (var digest : List.of("x", "A".repeat(64), "..%2f..%2fetc%2fpasswd", "a".repeat(63))) {
      var path = "/api/v1/blobs/sha256/" + digest;
      problem(store.get(path), 400, "malformed-digest");
      problem(store.put(path, ZIP, fresh()), 400, "malformed-digest");
    }
  }

  /** B41: refused alone, with the entry, the rule and what to do. */
  @Test
  void refusesAHostileBundleAndShowsNothingOfIt() {
    var zip = Zip.of("../evil", new byte[] {1});

    var problem = problem(store.put(blob(Digest.of(zip)), ZIP, zip), 422, "hostile-bundle");

    assertThat(problem.path("rule").asText()).isEqualTo("path-segment");
    assertThat(problem.path("entry").asText()).isEqualTo("../evil");
    assertThat(problem.path("detail").asText()).contains("../evil", "What to do");
    problem(store.get(blob(Digest.of(zip))), 404, "blob-not-found");
  }

  @Test
  void refusesWhatIsNoZip() {
    var text = "no zip".getBytes(StandardCharsets.UTF_8);

    problem(store.put(blob(Digest.of(text)), ZIP, text), 422, "malformed-bundle");
    problem(store.put(blob(Digest.of(new byte[0])), ZIP, new byte[0]), 422, "malformed-bundle");
  }

  @Test
  void refusesMoreBytesThanABundleMayHave() {
    var large = new byte[1_000_001];
    var path = blob(Digest.of(large));

    problem(store.put(path, ZIP, large), 413, "bundle-too-large");
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
    problem(store.send("PUT", path, chunked, "content-type", ZIP), 413, "bundle-too-large");
  }

  @Test
  void reportsACorruptBlobAsMissingUntilItIsPutAgain() throws IOException {
    var zip = fresh();
    var digest = Digest.of(zip);
    store.put(blob(digest), ZIP, zip);
    var file = FOLDER.resolve("sha256").resolve(digest.value().substring(0, 2));
    var damaged = zip.clone();
    damaged[20] ^= 4;
    Files.write(file.resolve(digest.value().substring(2)), damaged);

    problem(store.get(blob(digest)), 404, "blob-not-found");

    var metrics = new String(store.get("/q/metrics").body(), StandardCharsets.UTF_8);
    assertThat(metrics).containsPattern("flexup_store_corrupt_blobs_total [1-9]");
    assertThat(store.put(blob(digest), ZIP, zip).statusCode()).isEqualTo(201);
    assertThat(store.get(blob(digest)).body()).isEqualTo(zip);
  }

  @Test
  void leavesNothingOfAClientThatDisconnects() throws Exception {
    var zip = fresh();
    var head =
        "PUT %s HTTP/1.1\r\nHost: x\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(blob(Digest.of(zip)), ZIP, zip.length);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(zip, 0, zip.length / 2);
      socket.getOutputStream().flush();
      Eventually.holds(() -> !uploads().isEmpty());
    }

    Eventually.holds(() -> uploads().isEmpty());
    problem(store.get(blob(Digest.of(zip))), 404, "blob-not-found");
  }

  private static List<Path> uploads() throws IOException {
    try (var files = Files.walk(FOLDER.resolve("incoming"))) {
      return files.filter(Files::isRegularFile).filter(f -> !f.endsWith("lock")).toList();
    }
  }

  private static byte[] fresh() {
    var bytes = new byte[100_000];
    new Random().nextBytes(bytes);
    return Zip.of("a/b.bin", bytes);
  }
}
