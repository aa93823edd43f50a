package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import io.flexibleupgrades.servicecenter.workers.LiveWorkers;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers how a preparation goes on. */
@ApplicationScoped
public class DetailsReader {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;
  private final Queries queries;
  private final LiveWorkers workers;
  private final Recent<PlanGraph> graphs = new Recent<>();
  private final Recent<Progress> recent = new Recent<>();

  private record Progress(
      PlanGraph graph, List<PlannedModule> modules, List<Level> levels, Throughput throughput) {}

  DetailsReader(
      Snapshot snapshot,
      EnvironmentRows environments,
      UpgradeRows upgrades,
      Queries queries,
      LiveWorkers workers) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
    this.queries = queries;
    this.workers = workers;
  }

  /** Returns the preparation of an upgrade in detail. */
  public PreparationDetails details(UpgradeId upgrade) {
    return snapshot.read(() -> {
      var asOf = environments.require(upgrades.require(upgrade).environment()).asOf();
      var progress = recent.get(upgrade, asOf.toString(), () -> progress(upgrade));
      return new PreparationDetails(
          progress.levels(),
          progress.throughput(),
          Forecast.of(progress.graph(), progress.modules(), workers.slots()),
          asOf);
    });
  }

  private Progress progress(UpgradeId upgrade) {
    var modules = modules(upgrade);
    var names = modules.stream().map(PlannedModule::name).toList();
    // A plan changes while it is enlisted and when modules are prepared again.
    var graph =
        graphs.get(
            upgrade,
            names.size() + " " + formOfEdges(upgrade),
            () -> PlanGraph.of(names, edges(upgrade)));
    return new Progress(graph, modules, levels(graph, modules), Throughput.of(modules));
  }

  private static List<Level> levels(PlanGraph graph, List<PlannedModule> modules) {
    var states =
        modules.stream().collect(Collectors.toMap(PlannedModule::name, PlannedModule::state));
    Function<ModuleId, Level.Cell> cell =
        name -> new Level.Cell(name, states.getOrDefault(name, ModuleState.PENDING));
    var levels = graph.levels();
    return IntStream.range(0, levels.size())
        .mapToObj(number -> new Level(number, levels.get(number).stream().map(cell).toList()))
        .toList();
  }

  private List<PlannedModule> modules(UpgradeId upgrade) {
    return queries.list(
        """
        SELECT u.name, u.state, nullif(u.compile_millis, 0) AS compile_millis, u.settled_at,
          nullif(b.compile_millis, 0) AS recorded_millis
        FROM upgrade_module u
        LEFT JOIN upgrade_module b ON b.name = u.name AND b.upgrade_id = (
          SELECT earlier.id FROM upgrade earlier JOIN upgrade this ON this.id = ?
          WHERE earlier.environment = this.environment AND earlier.ordinal < this.ordinal
          ORDER BY earlier.ordinal DESC LIMIT 1)
        WHERE u.upgrade_id = ? AND u.state <> 'excluded' ORDER BY u.name
        """,
        DetailsReader::module,
        upgrade.value(),
        upgrade.value());
  }

  /** Returns what is another text for other edges. */
  private String formOfEdges(UpgradeId upgrade) {
    return queries
        .first(
            """
            SELECT count(*) || ' ' || coalesce(sum(hashtextextended(module || '/' || producer, 0)), 0)
              AS form
            FROM upgrade_edge WHERE upgrade_id = ?
            """,
            row -> row.text("form"),
            upgrade.value())
        .orElseThrow();
  }

  private List<PlanGraph.Edge> edges(UpgradeId upgrade) {
    return queries.list(
        "SELECT module, producer FROM upgrade_edge WHERE upgrade_id = ?",
        row ->
            new PlanGraph.Edge(
                new ModuleId(row.text("module")), new ModuleId(row.text("producer"))),
        upgrade.value());
  }

  private static PlannedModule module(Row row) throws SQLException {
    return new PlannedModule(
        new ModuleId(row.text("name")),
        ModuleState.parse(row.text("state")),
        row.bigintOrNull("compile_millis"),
        row.bigintOrNull("recorded_millis"),
        row.timeOrNull("settled_at"));
  }
}
