package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.history.UpgradeItem;
import java.util.ArrayList;
import java.util.List;

/**
 * An upgrade as a line of a history.
 *
 * @param compared address of its comparison with the one before, empty for the first
 */
public record UpgradeLine(UpgradeItem upgrade, String compared) {

  /** Returns the lines of upgrades, newest first; of the last, the one before is not known. */
  static List<UpgradeLine> of(List<UpgradeItem> upgrades, Addresses to) {
    var lines = new ArrayList<UpgradeLine>();
    for (int i = 0; i < upgrades.size(); i++) {
      var upgrade = upgrades.get(i);
      boolean isFirst = i == upgrades.size() - 1;
      lines.add(
          new UpgradeLine(
              upgrade,
              isFirst ? "" : to.comparison(upgrades.get(i + 1).upgradeId(), upgrade.upgradeId())));
    }
    return lines;
  }
}
