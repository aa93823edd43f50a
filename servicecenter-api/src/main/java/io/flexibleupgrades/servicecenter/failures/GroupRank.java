package io.flexibleupgrades.servicecenter.failures;

import java.util.Comparator;

/**
 * Where a group stands among the others: first those that hold back most modules, of equals those
 * with most failed modules.
 */
record GroupRank(long heldBack, int failed, String group) implements Comparable<GroupRank> {
  private static final Comparator<GroupRank> ORDER =
      Comparator.comparingLong(GroupRank::heldBack)
          .thenComparingInt(GroupRank::failed)
          .reversed()
          .thenComparing(GroupRank::group);

  static GroupRank of(FailureGroup group) {
    return new GroupRank(group.heldBack(), group.failed(), group.group());
  }

  /** Returns the rank that a cursor names. */
  static GroupRank parse(String text) {
    var parts = text.split(" ", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException("A rank has three parts.");
    }
    return new GroupRank(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), parts[2]);
  }

  @Override
  public int compareTo(GroupRank other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "%d %d %s".formatted(heldBack, failed, group);
  }
}
