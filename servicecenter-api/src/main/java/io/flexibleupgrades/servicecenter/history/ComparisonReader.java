package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.http.BadRequestException;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.UpgradeRow;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers what became of modules from one upgrade to a later one. */
@ApplicationScoped
public class ComparisonReader {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;
  private final ComparisonRows rows;

  ComparisonReader(
      Snapshot snapshot, EnvironmentRows environments, UpgradeRows upgrades, ComparisonRows rows) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
    this.rows = rows;
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
      return Comparison.of(from, to, rows.all(earlier, later), asOf);
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
}
