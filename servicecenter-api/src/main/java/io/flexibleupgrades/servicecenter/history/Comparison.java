package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.status.AsOf;
import io.flexibleupgrades.servicecenter.status.UpgradeRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two upgrades of an environment, module by module.
 *
 * @param from the earlier upgrade
 * @param to the later upgrade
 * @param counts how many modules each category has, 0 if none
 * @param items the modules in scope of either, in alphabetical order
 */
public record Comparison(
    ComparedUpgrade from,
    ComparedUpgrade to,
    Map<Category, Integer> counts,
    List<ComparedModule> items,
    AsOf asOf) {

  /**
   * One of the two upgrades.
   *
   * @param to its platform version, null until the start of the upgrade was seen
   */
  public record ComparedUpgrade(UpgradeId upgradeId, @Nullable String to) {}

  static Comparison of(
      UpgradeRow earlier, UpgradeRow later, List<ComparedModule> items, AsOf asOf) {
    return new Comparison(
        new ComparedUpgrade(earlier.id(), earlier.to()),
        new ComparedUpgrade(later.id(), later.to()),
        counts(items),
        items,
        asOf);
  }

  private static Map<Category, Integer> counts(List<ComparedModule> items) {
    var counts = new EnumMap<Category, Integer>(Category.class);
    for (var category : Category.values()) {
      counts.put(category, 0);
    }
    items.forEach(item -> counts.merge(item.category(), 1, Integer::sum));
    return counts;
  }
}
