package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The failures of an upgrade as a page shows them.
 *
 * @param kinds how many modules failed in each way, of all failures
 * @param groups those that are shown, with some of their modules
 * @param next cursor of the next groups, or of the next modules if one group was asked for; null at
 *     the end
 */
public record FailureOverview(
    FirstRepairs first,
    List<OfKind> kinds,
    List<WithModules> groups,
    @Nullable String next,
    AsOf asOf) {
  static final int GROUPS = 20;
  static final int SAMPLES = 3;
  static final int MODULES = 25;
  static final int LOG = 2_000;

  /** How many modules failed in one way. */
  public record OfKind(FailureKind kind, int failed) {}

  /**
   * A group and some of its modules.
   *
   * @param modules in alphabetical order
   */
  public record WithModules(FailureGroup group, List<FailedModule> modules) {}

  /** Returns the overview of an upgrade in which nothing failed. */
  public static FailureOverview nothing(AsOf asOf) {
    return of(new FailureReport(List.of(), new HeldBack(), asOf), List.of(), List.of(), null, asOf);
  }

  static FailureOverview of(
      FailureReport report,
      List<FailureGroup> groups,
      List<FailedModule> modules,
      @Nullable String next,
      AsOf asOf) {
    return new FailureOverview(
        report.first(),
        Arrays.stream(FailureKind.values())
            .map(kind -> new OfKind(kind, report.failed(kind)))
            .toList(),
        groups.stream().map(group -> new WithModules(group, of(group, modules))).toList(),
        next,
        asOf);
  }

  private static List<FailedModule> of(FailureGroup group, List<FailedModule> modules) {
    return modules.stream()
        .filter(module -> Objects.equals(module.group(), group.group()))
        .toList();
  }
}
