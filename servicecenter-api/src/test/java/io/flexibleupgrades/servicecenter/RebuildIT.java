package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class RebuildIT {
  @Inject Journal journal;
  @Inject AgroalDataSource dataSource;

  @Test
  @DisplayName("B31 B47: after a full replay every row is the same, and counts equal lists")
  void rebuiltViewsEqualTheLiveOnesRowForRow() throws SQLException {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var runs = new ArrayList<Run>();
    for (int i = 0; i < 5; i++) {
      runs.add(new RandomRun(journal, "random-" + i, random).tell());
    }
    runs.forEach(Api::assertCountsEqualLists);
    var live = rows();
    addStrayRows();

    Rebuilding.ofAllViews(Duration.ofSeconds(30));

    assertThat(rows()).as("seed %d", seed).isEqualTo(live);
    ViewTables.VIEWS.forEach(view -> assertThat(live.get(view)).as(view).isNotEmpty());

    var after = Run.cloud(journal, "after-the-rebuild").module("m");
    Api.statusOf(after);
  }

  /** Adds to each view a row that no event wrote: a copy with another first column. */
  private void addStrayRows() throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      for (var view : ViewTables.VIEWS) {
        int added =
            statement.executeUpdate(
                """
                INSERT INTO %1$s SELECT (jsonb_populate_record(v, jsonb_build_object(
                  (SELECT column_name FROM information_schema.columns
                   WHERE table_name = '%1$s' AND table_schema = current_schema()
                     AND ordinal_position = 1),
                  '00000000-0000-0000-0000-000000000000'))).*
                FROM %1$s v LIMIT 1
                """
                    .formatted(view));
        assertThat(added).as(view).isOne();
      }
    }
  }

  private Map<String, List<String>> rows() throws SQLException {
    var found = new LinkedHashMap<String, List<String>>();
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      for (var view : ViewTables.VIEWS) {
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
