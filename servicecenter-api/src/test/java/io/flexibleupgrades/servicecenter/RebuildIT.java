package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.flexibleupgrades.events.WireMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class RebuildIT {
  private static final List<String> VIEWS =
      List.of(
          "environment",
          "module",
          "module_producer",
          "upgrade",
          "upgrade_module",
          "upgrade_edge",
          "failed_producer",
          "compiler_output",
          "module_change",
          "applied_stream",
          "consumed_partition");

  @Inject Journal journal;
  @Inject AgroalDataSource dataSource;

  @Test
  void rebuiltViewsEqualTheLiveOnesRowForRow() throws SQLException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var runs = new ArrayList<Run>();
    for (int i = 0; i < 5; i++) {
      runs.add(randomRun("random-" + i, random));
    }
    runs.forEach(Api::statusOf);
    var live = rows();

    RestAssured.post("/api/v1/views/rebuild").then().statusCode(202);
    Api.await(
        "the rebuild to end",
        () -> !Api.get("/api/v1/views").getString("rebuild.state").equals("running"));

    assertThat(Api.get("/api/v1/views").getString("rebuild.state")).isEqualTo("done");
    assertThat(rows()).as("seed %d", seed).isEqualTo(live);
    VIEWS.forEach(view -> assertThat(live.get(view)).as(view).isNotEmpty());

    var after = Run.cloud(journal, "after-the-rebuild").module("m");
    Api.statusOf(after);
  }

  /** Tells a run in which modules fail, attempts get lost, and records are garbage. */
  private Run randomRun(String name, Random random) {
    var run = Run.cloud(journal, name);
    int modules = 60 + random.nextInt(40);
    var producers = new ArrayList<List<Integer>>();
    for (int i = 0; i < modules; i++) {
      var some = new ArrayList<Integer>();
      for (int p = 0; p < i; p++) {
        if (random.nextInt(i) < 2) {
          some.add(p);
        }
      }
      producers.add(some);
      run.module(name(i), some.stream().map(RebuildIT::name).toArray(String[]::new));
    }
    run.start().exclude("draft").platformUpgraded().preparing();
    var causes = new ArrayList<List<String>>();
    for (int i = 0; i < modules; i++) {
      var because = producers.get(i).stream().flatMap(p -> causes.get(p).stream()).distinct();
      var names = because.toArray(String[]::new);
      if (names.length > 0) {
        run.requested(name(i), 1, names).skipped(name(i), names);
        causes.add(List.of(names));
      } else if (random.nextInt(10) == 0) {
        run.requested(name(i), 1).failed(name(i));
        causes.add(List.of(name(i)));
      } else {
        run.requested(name(i), 1);
        if (random.nextInt(10) == 0) {
          run.attemptFailed(name(i), 1).requested(name(i), 2);
        }
        run.prepared(name(i));
        causes.add(List.of());
      }
      if (random.nextInt(20) == 0) {
        journal.send(
            run.environment, new WireMessage(Map.of(), "garbage".getBytes(StandardCharsets.UTF_8)));
      }
    }
    return run.ended();
  }

  private static String name(int number) {
    return "module-%03d".formatted(number);
  }

  private Map<String, List<String>> rows() throws SQLException {
    var found = new LinkedHashMap<String, List<String>>();
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      for (var view : VIEWS) {
        var rows = new ArrayList<String>();
        try (var result =
            statement.executeQuery("SELECT v::text FROM " + view + " v ORDER BY v::text")) {
          while (result.next()) {
            rows.add(result.getString(1));
          }
        }
        found.put(view, rows);
      }
    }
    return found;
  }
}
