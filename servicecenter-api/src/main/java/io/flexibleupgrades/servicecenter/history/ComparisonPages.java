package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.http.BadRequestException;
import io.flexibleupgrades.servicecenter.http.Cursor;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.UpgradeRow;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers page by page what became of modules between two upgrades. */
@ApplicationScoped
public class ComparisonPages {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;
  private final ComparisonRows rows;

  ComparisonPages(
      Snapshot snapshot, EnvironmentRows environments, UpgradeRows upgrades, ComparisonRows rows) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
    this.rows = rows;
  }

  /**
   * Returns a page of the comparison of two upgrades of the environment, whichever is named first.
   *
   * @param category whose modules are asked for, null for all
   * @throws BadRequestException if one is of another environment, or if both are the same
   */
  public ComparisonPage page(
      EnvironmentName environment,
      UpgradeId one,
      UpgradeId other,
      @Nullable Category category,
      @Nullable String cursor,
      int limit) {
    return snapshot.read(() -> {
      environments.require(environment);
      var both = inOrder(require(environment, one), require(environment, other));
      var from = both.getFirst();
      var to = both.getLast();
      var list =
          "comparison of %s and %s/%s"
              .formatted(from.id(), to.id(), category == null ? "" : category);
      var after = Cursor.start(cursor, list);
      var groups = rows.groups(from.id(), to.id());
      var wanted = category == null ? null : groups.of(category);
      var found = rows.page(from.id(), to.id(), wanted, after, limit + 1);
      var shown = found.subList(0, Math.min(limit, found.size()));
      return new ComparisonPage(
          UpgradeItem.of(from),
          UpgradeItem.of(to),
          groups.counts(),
          List.copyOf(shown),
          found.size() > limit ? next(list, shown.getLast().module()) : null);
    });
  }

  private UpgradeRow require(EnvironmentName environment, UpgradeId id) {
    var upgrade = upgrades.require(id);
    if (!upgrade.environment().equals(environment)) {
      throw BadRequestException.malformedFilter(
          "from and to must be upgrades of environment '%s'; %s is one of '%s'."
              .formatted(environment, id, upgrade.environment()));
    }
    return upgrade;
  }

  private static List<UpgradeRow> inOrder(UpgradeRow one, UpgradeRow other) {
    if (one.ordinal() == other.ordinal()) {
      throw BadRequestException.malformedFilter(
          "from and to must be two upgrades; both are %s.".formatted(one.id()));
    }
    return one.ordinal() < other.ordinal() ? List.of(one, other) : List.of(other, one);
  }

  private static String next(String list, ModuleId last) {
    return new Cursor(list, last).text();
  }
}
