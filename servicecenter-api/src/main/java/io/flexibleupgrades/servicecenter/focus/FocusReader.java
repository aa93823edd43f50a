package io.flexibleupgrades.servicecenter.focus;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.focus.FocusGraph.Edge;
import io.flexibleupgrades.servicecenter.focus.FocusGraph.Near;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Answers what is near a module in the plan of an upgrade. */
@ApplicationScoped
public class FocusReader {
  /** More could not be told apart in a drawing. */
  static final int MOST = 150;

  private static final int FARTHEST = 2;
  private static final String NEAREST =
      """
      WITH RECURSIVE wanted (id, module, farthest) AS (
        VALUES (?::uuid, ?::text COLLATE "C", ?::integer)
      ), above (name, distance) AS (
        SELECT module, 0 FROM wanted
        UNION
        SELECT edge.producer, above.distance - 1 FROM above, wanted
        JOIN upgrade_edge edge ON edge.upgrade_id = wanted.id
        WHERE edge.module = above.name AND above.distance > -farthest
      ), below (name, distance) AS (
        SELECT module, 0 FROM wanted
        UNION
        SELECT edge.module, below.distance + 1 FROM below, wanted
        JOIN upgrade_edge edge ON edge.upgrade_id = wanted.id
        WHERE edge.producer = below.name AND below.distance < farthest
      ), near (name, distance) AS (
        SELECT DISTINCT ON (name) name, distance
        FROM (SELECT * FROM above UNION ALL SELECT * FROM below) AS either
        ORDER BY name, abs(distance), distance
      ), nearest (name, distance) AS (
        SELECT name, distance FROM near ORDER BY abs(distance), name LIMIT ?
      )
      """;

  private final Snapshot snapshot;
  private final Queries queries;

  FocusReader(Snapshot snapshot, Queries queries) {
    this.snapshot = snapshot;
    this.queries = queries;
  }

  /** Returns what is at most two steps from the module, the nearest 150 modules at most. */
  public FocusGraph around(UpgradeId upgrade, ModuleId module) {
    return snapshot.read(() -> {
      var found = near(upgrade, module);
      boolean cut = found.size() > MOST;
      return new FocusGraph(cut ? found.subList(0, MOST) : found, edges(upgrade, module), cut);
    });
  }

  private List<Near> near(UpgradeId upgrade, ModuleId module) {
    return queries.list(
        NEAREST
            + """
            SELECT u.name, u.state, nearest.distance FROM nearest
            JOIN upgrade_module u ON u.upgrade_id = ? AND u.name = nearest.name
            ORDER BY abs(nearest.distance), u.name
            """,
        FocusReader::near,
        upgrade.value(),
        module.value(),
        FARTHEST,
        MOST + 1,
        upgrade.value());
  }

  private List<Edge> edges(UpgradeId upgrade, ModuleId module) {
    return queries.list(
        NEAREST
            + """
            SELECT edge.module, edge.producer FROM upgrade_edge edge
            JOIN nearest consumer ON consumer.name = edge.module
            JOIN nearest producer ON producer.name = edge.producer
            WHERE edge.upgrade_id = ? ORDER BY edge.module, edge.producer
            """,
        row -> new Edge(new ModuleId(row.text("module")), new ModuleId(row.text("producer"))),
        upgrade.value(),
        module.value(),
        FARTHEST,
        MOST,
        upgrade.value());
  }

  private static Near near(Row row) throws SQLException {
    return new Near(
        new ModuleId(row.text("name")),
        ModuleState.parse(row.text("state")),
        row.integer("distance"));
  }
}
