package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** All failures of an upgrade as of one moment, grouped and ranked. */
final class FailureReport {
  private static final int STEPS = 10;
  private static final int FEW = 5;

  /**
   * The modules of a group.
   *
   * @param modules in alphabetical order
   */
  record Found(
      String group,
      FailureKind kind,
      String code,
      String pattern,
      String example,
      List<String> modules) {}

  private final List<FailureGroup> groups;
  private final FirstRepairs first;

  FailureReport(List<Found> found, HeldBack held, AsOf asOf) {
    this.groups = ranked(found, held);
    this.first = repairs(held, groups, asOf);
  }

  private static List<FailureGroup> ranked(List<Found> found, HeldBack held) {
    var groupOf = new HashMap<String, String>();
    found.forEach(one -> one.modules().forEach(module -> groupOf.put(module, one.group())));
    var heldBack = held.byGroup(groupOf);
    return found.stream()
        .map(one -> group(one, heldBack.getOrDefault(one.group(), 0L)))
        .sorted(Comparator.comparing(GroupRank::of))
        .toList();
  }

  private static FailureGroup group(Found found, long heldBack) {
    return new FailureGroup(
        found.group(),
        found.kind(),
        found.code(),
        found.pattern(),
        found.example(),
        found.modules().size(),
        heldBack,
        found.modules().stream().limit(FEW).map(ModuleId::new).toList());
  }

  /** Returns the groups in their order. */
  List<FailureGroup> groups(FailureFilter filter) {
    return groups.stream().filter(filter::takes).toList();
  }

  /** Returns how many modules failed in this way. */
  int failed(FailureKind kind) {
    return groups.stream()
        .filter(group -> group.kind() == kind)
        .mapToInt(FailureGroup::failed)
        .sum();
  }

  FirstRepairs first() {
    return first;
  }

  private static FirstRepairs repairs(HeldBack held, List<FailureGroup> groups, AsOf asOf) {
    var steps = RepairOrder.of(held, STEPS);
    long[] released = {0};
    var repairs =
        steps.stream()
            .map(step ->
                new Repair(
                    step.repaired().stream()
                        .mapToObj(held::name)
                        .sorted()
                        .map(ModuleId::new)
                        .toList(),
                    step.released(),
                    released[0] += step.released()))
            .toList();
    int failed = groups.stream().mapToInt(FailureGroup::failed).sum();
    return new FirstRepairs(repairs, held.modules(), failed, asOf);
  }
}
