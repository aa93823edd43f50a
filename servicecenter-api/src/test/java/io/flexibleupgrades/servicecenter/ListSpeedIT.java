package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How long the first byte of a page of modules takes, of a factory in which one module in ten
 * failed and three in ten were skipped.
 */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class ListSpeedIT {
  private static final int MODULES = Integer.getInteger("flexup.lists.modules", 4000);
  private static final int READS = Integer.getInteger("flexup.lists.reads", 5);
  private static final int MILLIS = Integer.getInteger("flexup.lists.millis", 2000);

  @Inject Journal journal;
  @Inject Queries queries;

  @Test
  void showsAPageOfAnyOrderAtOnce() throws IOException, InterruptedException {
    var run = Run.cloud(journal, "large").module("z").start();
    var earlier = run.upgrade;
    run.next(Run.LATER).start();
    Api.statusOf(run);
    fill(earlier);
    fill(run.upgrade);
    var modules = "/environments/large/modules";
    var comparison = "/environments/large/comparison?from=%s&to=%s".formatted(earlier, run.upgrade);
    var addresses = new ArrayList<String>();
    for (var sort : List.of("name", "state", "time", "held-back")) {
      for (var order : List.of(sort, "-" + sort)) {
        addresses.add(modules + "?sort=" + order);
        addresses.add(modules + "?state=failed&sort=" + order);
      }
      addresses.add(ShownPage.next(ShownPage.of(modules + "?sort=-" + sort)));
    }
    addresses.add(modules + "?text=m1234&sort=state");
    addresses.add(modules + "?producer=m000000&sort=-held-back");
    addresses.add("/api/v1/upgrades/" + run.upgrade + "/modules?limit=200&sort=-held-back");
    addresses.add(comparison);
    addresses.add(comparison + "&category=still-failing");
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < READS; i++) {
        for (var address : addresses) {
          millis(client, address);
        }
      }
      long slowest = 0;
      for (var address : addresses) {
        long median = median(client, address);
        slowest = Math.max(slowest, median);
        System.out.printf("  %3d ms %s%n", median, address.replaceAll("cursor=.*", "cursor=…"));
      }
      System.out.printf(
          "Lists of %,d modules: first byte after %d ms at most (median of %d reads of each of %d"
              + " addresses); all of them as CSV after %d ms.%n",
          MODULES, slowest, READS, addresses.size(), median(client, modules + ".csv"));
      assertThat(slowest).isLessThan(MILLIS);
    }
    var csv = RestAssured.get(modules + ".csv").asString();
    assertThat(csv.lines().count()).isEqualTo(MODULES + 2);
  }

  /** Writes the rows that the events of a whole preparation would have written. */
  private void fill(UpgradeId upgrade) {
    var id = upgrade.value();
    QuarkusTransaction.requiringNew()
        .run(() -> {
          queries.execute(
              """
              INSERT INTO module (environment, name, kind, running_version, source)
              SELECT 'large', 'm' || lpad(i::text, 6, '0'), 'library', '11.8.0', 's'
              FROM generate_series(0, ?) i ON CONFLICT DO NOTHING
              """,
              MODULES - 1);
          queries.execute(
              """
              INSERT INTO module_producer
              SELECT 'large', 'm' || lpad(i::text, 6, '0'), 'm' || lpad((i * p / 7)::text, 6, '0')
              FROM generate_series(1, ?) i, generate_series(0, 5) p ON CONFLICT DO NOTHING
              """,
              MODULES - 1);
          queries.execute(
              """
              INSERT INTO upgrade_module (upgrade_id, name, kind, state, compile_millis, source)
              SELECT ?, 'm' || lpad(i::text, 6, '0'), 'library',
                CASE WHEN i % 10 = 0 THEN 'failed' WHEN i % 10 < 4 THEN 'skipped'
                  ELSE 'prepared' END,
                CASE WHEN i % 10 > 3 THEN (i * 7919) % 60000 END, 's'
              FROM generate_series(0, ?) i ON CONFLICT DO NOTHING
              """,
              id, MODULES - 1);
          queries.execute(
              "INSERT INTO upgrade_edge SELECT ?, module, producer FROM module_producer", id);
          queries.execute(
              """
              INSERT INTO failed_producer
              SELECT ?, u.name, 'm' || lpad(((right(u.name, 6)::int * p / 13) / 10 * 10)::text, 6, '0')
              FROM upgrade_module u, generate_series(0, 9) p
              WHERE u.upgrade_id = ? AND u.state = 'skipped' ON CONFLICT DO NOTHING
              """,
              id,
              id);
        });
    queries.execute("ANALYZE");
  }

  private static long median(HttpClient client, String address)
      throws IOException, InterruptedException {
    var taken = new ArrayList<Long>();
    for (int i = 0; i < READS; i++) {
      taken.add(millis(client, address));
    }
    Collections.sort(taken);
    return taken.get(taken.size() / 2);
  }

  private static long millis(HttpClient client, String address)
      throws IOException, InterruptedException {
    var uri = URI.create("http://localhost:" + RestAssured.port + address);
    long start = System.nanoTime();
    var answer = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      int first = body.read();
      long taken = (System.nanoTime() - start) / 1_000_000;
      assertThat(first).isPositive();
      var rest = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer.statusCode()).as("%s: %s", address, rest).isEqualTo(200);
      return taken;
    }
  }
}
