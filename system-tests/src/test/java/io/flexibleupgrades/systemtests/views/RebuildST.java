package io.flexibleupgrades.systemtests.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Views are what the events make of them, whenever they are read. */
@ExtendWith(SharedSystem.class)
class RebuildST {
  private static final String DATABASE = "flexup_servicecenter";
  private static final long LONGEST_MILLIS = 60_000;

  private final RunningSystem system;

  RebuildST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B31: dropped and rebuilt views equal the live ones, row for row")
  void rebuildsEveryViewRowForRow() throws Exception {
    var factory = new RandomFactory(401).make(60, 3, 5);
    ImportedFactory.compiling(system, "rebuilt", factory, 401).upgrade().watch().awaitEnd();
    var live = rows();

    system
        .serviceCenter()
        .post("views/rebuild", Map.of("confirm", "rebuild all views"))
        .succeeded();
    awaitRebuild();

    assertThat(rows()).isEqualTo(live);
    assertThat(live).containsKeys("environment", "module", "upgrade", "upgrade_module");
    assertThat(live.get("upgrade_module")).hasSizeGreaterThanOrEqualTo(60);
  }

  private void awaitRebuild() throws InterruptedException {
    var giveUp = System.currentTimeMillis() + LONGEST_MILLIS;
    var views = system.serviceCenter().get("views").json();
    while (!views.path("rebuild").path("state").asText().equals("done")) {
      assertThat(System.currentTimeMillis()).as("%s", views).isLessThan(giveUp);
      Thread.sleep(50);
      views = system.serviceCenter().get("views").json();
    }
  }

  /** All rows of all views, as text in its order. */
  private Map<String, List<String>> rows() throws SQLException {
    var rows = new TreeMap<String, List<String>>();
    try (var connection = system.database(DATABASE);
        var statement = connection.createStatement()) {
      var tables =
          Column.of(
              statement.executeQuery(
                  "select table_name from information_schema.tables where table_schema = 'public'"
                      + " and table_name not like 'flyway%'"
                      + " and table_name not in ('consumed_partition', 'views_generation')"));
      for (var table : tables) {
        var query = "select r::text from %s r order by r::text collate \"C\"".formatted(table);
        rows.put(table, Column.of(statement.executeQuery(query)));
      }
    }
    return rows;
  }
}
