package io.flexibleupgrades.servicecenter.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Modules of a comparison in alphabetical order.
 *
 * @param from the earlier upgrade
 * @param to the later upgrade
 * @param counts how many modules each category has, whatever was asked for; 0 if none
 * @param items those of the category that was asked for
 * @param next cursor of the next page, null at the end
 */
public record ComparisonPage(
    UpgradeItem from,
    UpgradeItem to,
    Map<Category, Integer> counts,
    List<ComparedModule> items,
    @Nullable String next) {

  /** Returns how many modules are in scope of either upgrade. */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
