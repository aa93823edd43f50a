package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.database.StoredDiagnostics;
import io.flexibleupgrades.servicecenter.http.Cursor;
import io.flexibleupgrades.servicecenter.status.AsOf;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers questions about modules, each as of one moment. */
@ApplicationScoped
public class ModuleReader {
  private record Said(List<Diagnostic> diagnostics, String log) {}

  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;
  private final ModuleRows rows;
  private final ModuleStory story;
  private final ModuleLife life;
  private final Queries queries;

  ModuleReader(
      Snapshot snapshot,
      EnvironmentRows environments,
      UpgradeRows upgrades,
      ModuleRows rows,
      ModuleStory story,
      ModuleLife life,
      Queries queries) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
    this.rows = rows;
    this.story = story;
    this.life = life;
    this.queries = queries;
  }

  /** Returns a page of the environment's modules with their state in its latest upgrade. */
  public ModulesPage ofEnvironment(
      EnvironmentName name, ModuleSelection selection, @Nullable String cursor, int limit) {
    var list = selection.query().after("modules of environment/" + name);
    var after = Cursor.position(cursor, list, Position::parse);
    return snapshot.read(() -> {
      var environment = environments.require(name);
      var found =
          rows.ofEnvironment(name, environment.latestUpgrade(), selection, after, limit + 1);
      return page(list, found, limit, environment.asOf());
    });
  }

  /** Returns a page of the upgrade's modules. */
  ModulesPage ofUpgrade(
      UpgradeId id, ModuleSelection selection, @Nullable String cursor, int limit) {
    var list = selection.query().after("modules of upgrade/" + id);
    var after = Cursor.position(cursor, list, Position::parse);
    return snapshot.read(() -> {
      var environment = environments.require(upgrades.require(id).environment());
      var found = rows.ofUpgrade(id, environment.name(), selection, after, limit + 1);
      return page(list, found, limit, environment.asOf());
    });
  }

  /** Returns all that is known of a module in an upgrade. */
  public ModuleDetail detail(UpgradeId id, ModuleId name) {
    return snapshot.read(() -> {
      var environment = environments.require(upgrades.require(id).environment());
      var module =
          rows.one(id, environment.name(), name).stream()
              .findFirst()
              .orElseThrow(() -> new ModuleNotFoundException(id, name));
      var said = said(id, name);
      var search = new PathSearch(story.producersAbove(id, name));
      return new ModuleDetail(
          module,
          said.diagnostics(),
          said.log(),
          search.paths(name, module.failedProducers()),
          story.consumers(id, name),
          story.history(id, name),
          life.settings(environment.name(), name),
          life.settingsVersion(environment.name(), name),
          life.publishes(environment.name(), name),
          life.upgrades(environment.name(), name),
          environment.asOf());
    });
  }

  private Said said(UpgradeId id, ModuleId name) {
    return queries
        .first(
            "SELECT diagnostics, log FROM compiler_output WHERE upgrade_id = ? AND module = ?",
            row -> new Said(StoredDiagnostics.read(row.text("diagnostics")), row.text("log")),
            id.value(),
            name.value())
        .orElse(new Said(List.of(), ""));
  }

  private static ModulesPage page(String list, List<ListedModule> found, int limit, AsOf asOf) {
    var shown = found.subList(0, Math.min(limit, found.size()));
    var next =
        found.size() > limit
            ? new Cursor(list, shown.getLast().position().toString()).text()
            : null;
    return new ModulesPage(shown.stream().map(ListedModule::item).toList(), next, asOf);
  }
}
