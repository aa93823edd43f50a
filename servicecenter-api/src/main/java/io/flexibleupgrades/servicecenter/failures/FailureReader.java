package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.http.Cursor;
import io.flexibleupgrades.servicecenter.status.AsOf;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers what failed in an upgrade, and what to do about it first. */
@ApplicationScoped
public class FailureReader {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;
  private final FailureReports reports;
  private final FailedModules modules;

  FailureReader(
      Snapshot snapshot,
      EnvironmentRows environments,
      UpgradeRows upgrades,
      FailureReports reports,
      FailedModules modules) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
    this.reports = reports;
    this.modules = modules;
  }

  /** Returns a page of the modules that failed. */
  FailuresPage failures(UpgradeId id, FailureFilter filter, @Nullable String cursor, int limit) {
    var list = filter.list("errors of upgrade/" + id);
    var after = Cursor.start(cursor, list);
    return read(
        id,
        asOf -> {
          var names = modules.names(id, filter, after, limit + 1);
          var shown = first(names, limit);
          return new FailuresPage(
              modules.read(id, shown, Integer.MAX_VALUE), next(list, names, shown), asOf);
        });
  }

  /** Returns a page of the groups of failures. */
  GroupsPage groups(UpgradeId id, FailureFilter filter, @Nullable String cursor, int limit) {
    var list = groupsOf(id, filter);
    var after = Cursor.place(cursor, list, GroupRank::parse);
    return read(
        id,
        asOf -> {
          var groups = after(after, reports.read(id, asOf).groups(filter));
          var shown = first(groups, limit);
          return new GroupsPage(shown, nextGroups(list, groups, shown), asOf);
        });
  }

  /** Returns which failed modules to repair first. */
  FirstRepairs first(UpgradeId id) {
    return read(id, asOf -> reports.read(id, asOf).first());
  }

  /** Returns what the page of the errors shows. */
  public FailureOverview overview(UpgradeId id, FailureFilter filter, @Nullable String cursor) {
    return filter.group() == null
        ? groupsWithModules(id, filter, cursor)
        : groupWithModules(id, filter, cursor);
  }

  private FailureOverview groupsWithModules(
      UpgradeId id, FailureFilter filter, @Nullable String cursor) {
    var list = groupsOf(id, filter);
    var after = Cursor.place(cursor, list, GroupRank::parse);
    return read(
        id,
        asOf -> {
          var report = reports.read(id, asOf);
          var groups = after(after, report.groups(filter));
          var shown = first(groups, FailureOverview.GROUPS);
          var names =
              shown.stream()
                  .flatMap(group -> first(group.modules(), FailureOverview.SAMPLES).stream())
                  .toList();
          return FailureOverview.of(
              report, shown, read(id, names), nextGroups(list, groups, shown), asOf);
        });
  }

  private FailureOverview groupWithModules(
      UpgradeId id, FailureFilter filter, @Nullable String cursor) {
    var list = filter.list("errors of upgrade/" + id);
    var after = Cursor.start(cursor, list);
    return read(
        id,
        asOf -> {
          var report = reports.read(id, asOf);
          var names = modules.names(id, filter, after, FailureOverview.MODULES + 1);
          var shown = first(names, FailureOverview.MODULES);
          return FailureOverview.of(
              report, report.groups(filter), read(id, shown), next(list, names, shown), asOf);
        });
  }

  private List<FailedModule> read(UpgradeId id, List<ModuleId> names) {
    return modules.read(id, names, FailureOverview.LOG);
  }

  private <T> T read(UpgradeId id, Function<AsOf, T> answer) {
    return snapshot.read(
        () -> answer.apply(environments.require(upgrades.require(id).environment()).asOf()));
  }

  private static String groupsOf(UpgradeId id, FailureFilter filter) {
    return filter.list("groups of errors of upgrade/" + id);
  }

  private static List<FailureGroup> after(@Nullable GroupRank rank, List<FailureGroup> groups) {
    return rank == null
        ? groups
        : groups.stream().filter(group -> GroupRank.of(group).compareTo(rank) > 0).toList();
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }

  private static @Nullable String next(String list, List<ModuleId> all, List<ModuleId> shown) {
    return shown.size() == all.size() ? null : new Cursor(list, shown.getLast()).text();
  }

  private static @Nullable String nextGroups(
      String list, List<FailureGroup> all, List<FailureGroup> shown) {
    return shown.size() == all.size()
        ? null
        : new Cursor(list, GroupRank.of(shown.getLast()).toString()).text();
  }
}
