package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.servicecenter.failures.FailureOverview;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Failures with what they were filtered by.
 *
 * @param group whether one group was asked for
 * @param tabs lead to all failures and to those of each kind
 * @param next address of the next page, empty at the end
 */
public record ErrorsView(FailureOverview found, boolean group, List<Tab> tabs, String next) {

  /**
   * A link to failures of one kind, or of all.
   *
   * @param current what {@code aria-current} says: {@code page} for what is shown
   * @param kind null for all
   */
  public record Tab(String href, String current, @Nullable FailureKind kind, int failed) {}

  /** Returns whether anything failed, shown or not. */
  public boolean isAny() {
    return found.first().failed() > 0;
  }
}
