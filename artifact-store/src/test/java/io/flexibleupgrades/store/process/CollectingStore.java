package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.JSON;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.TestStack;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.http.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A store with a database of its own, and the orchestrator that tells it what is live. */
final class CollectingStore implements AutoCloseable {
  static final String NO_SECOND_LOOK = "flexup.store.collection.second-look=0S";
  private static final Duration LONG_AGO = Duration.ofDays(30);
  private static final Pattern COLLECTIONS =
      Pattern.compile("flexup_store_collections_total\\{result=\"([a-z]+)\"} (\\d+)");

  final UUID journal = UUID.randomUUID();
  private final StoreFiles files;
  private final List<String> settings;
  private StoreProcess process;

  CollectingStore(Path folder, String... settings) throws Exception {
    this.files = new StoreFiles(folder);
    var database = "store_" + journal.toString().substring(0, 8);
    TestStack.createDatabase(database);
    this.settings = new ArrayList<>(List.of(settings));
    this.settings.addAll(
        List.of(
            "quarkus.datasource.jdbc.url=" + TestStack.jdbcUrl(database),
            "quarkus.datasource.username=" + database,
            "quarkus.datasource.password=" + TestStack.password()));
    this.process = start();
  }

  StoreProcess process() {
    return process;
  }

  StoreFiles files() {
    return files;
  }

  void killAndStart() throws Exception {
    process.kill();
    process = start();
  }

  /** Makes blobs look as if nobody had asked for them for a month. */
  void age(Collection<Digest> digests) throws IOException {
    for (var digest : digests) {
      Files.setLastModifiedTime(files.file(digest), FileTime.from(Instant.now().minus(LONG_AGO)));
    }
  }

  HttpResponse<byte[]> announce(UUID id, String head, String follows, boolean diverged) {
    var before = follows.isEmpty() ? "null" : '"' + follows + '"';
    var body = "{\"head\":\"%s\",\"follows\":%s,\"diverged\":%s}".formatted(head, before, diverged);
    return send("PUT", "/api/v1/journals/" + id, body);
  }

  void announce() {
    assertThat(announce(journal, "head", "", false).statusCode()).isEqualTo(204);
  }

  HttpResponse<byte[]> mark(Collection<Digest> live) {
    return mark(journal, "head", live.size(), live);
  }

  HttpResponse<byte[]> mark(UUID id, String head, int count, Collection<Digest> live) {
    var digests = live.stream().map(d -> '"' + d.value() + '"').collect(Collectors.joining(","));
    return send(
        "POST",
        "/api/v1/collections",
        "{\"journal\":\"%s\",\"head\":\"%s\",\"count\":%d,\"live\":[%s]}"
            .formatted(id, head, count, digests));
  }

  /** Has the store collect what is not live, and waits for the end. */
  void collect(Collection<Digest> live) throws Exception {
    int before = ended();
    assertThat(mark(live).statusCode()).isEqualTo(202);
    Eventually.holds(() -> ended() > before);
    assertThat(collections("failed")).as(process.log()).isZero();
  }

  /** Returns how many collections of this process ended so. */
  int collections(String result) {
    var metrics = new String(process.client().get("/q/metrics").body(), StandardCharsets.UTF_8);
    return COLLECTIONS
        .matcher(metrics)
        .results()
        .filter(match -> match.group(1).equals(result))
        .mapToInt(match -> Integer.parseInt(match.group(2)))
        .sum();
  }

  HttpResponse<byte[]> send(String method, String path, String json) {
    return process.client().send(method, path, BodyPublishers.ofString(json), "content-type", JSON);
  }

  @Override
  public void close() {
    process.close();
  }

  private int ended() {
    return collections("done") + collections("failed");
  }

  private StoreProcess start() throws Exception {
    var started = StoreProcess.start(files.folder(), settings.toArray(String[]::new));
    Eventually.holds(() -> started.client().get("/q/health/ready").statusCode() == 200);
    return started;
  }
}
