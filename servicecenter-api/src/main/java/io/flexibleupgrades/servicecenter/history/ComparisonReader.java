package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.http.BadRequestException;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.flexibleupgrades.servicecenter.status.UpgradeRow;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Answers what became of modules from one upgrade to a later one. */
@ApplicationScoped
public class ComparisonReader {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;
  private final Queries queries;

  ComparisonReader(
      Snapshot snapshot, EnvironmentRows environments, UpgradeRows upgrades, Queries queries) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
    this.queries = queries;
  }

  /**
   * Returns the comparison of two upgrades of one environment.
   *
   * @throws BadRequestException if the second is of another environment or not the later one
   */
  public Comparison compare(UpgradeId earlier, UpgradeId later) {
    return snapshot.read(() -> {
      var from = upgrades.require(earlier);
      var to = upgrades.require(later);
      requireOrder(from, to);
      var asOf = environments.require(from.environment()).asOf();
      return Comparison.of(from, to, modules(earlier, later), asOf);
    });
  }

  private static void requireOrder(UpgradeRow from, UpgradeRow to) {
    if (!from.environment().equals(to.environment())) {
      throw BadRequestException.malformedFilter(
          "with must be an upgrade of environment '%s'; %s is one of '%s'."
              .formatted(from.environment(), to.id(), to.environment()));
    }
    if (from.ordinal() >= to.ordinal()) {
      throw BadRequestException.malformedFilter(
          "with must be a later upgrade than %s; %s is not.".formatted(from.id(), to.id()));
    }
  }

  private List<ComparedModule> modules(UpgradeId earlier, UpgradeId later) {
    return queries.list(
        """
        SELECT coalesce(b.name, a.name) AS name, b.state AS before, a.state AS after,
          a.failure_kind
        FROM (SELECT name, state FROM upgrade_module
              WHERE upgrade_id = ? AND state <> 'excluded') b
        FULL JOIN (SELECT name, state, failure_kind FROM upgrade_module
                   WHERE upgrade_id = ? AND state <> 'excluded') a ON a.name = b.name
        ORDER BY name
        """,
        ComparisonReader::module,
        earlier.value(),
        later.value());
  }

  private static ComparedModule module(Row row) throws SQLException {
    var before = row.valueOrNull("before", ModuleState::parse);
    var after = row.valueOrNull("after", ModuleState::parse);
    var failure = row.valueOrNull("failure_kind", kind -> Choice.parse(FailureKind.class, kind));
    return new ComparedModule(
        new ModuleId(row.text("name")), Category.of(before, after, failure), before, after);
  }
}
