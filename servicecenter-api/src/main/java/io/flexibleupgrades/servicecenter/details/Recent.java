package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.UpgradeId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was made of the upgrades that were looked at last, so that many readers of one page cost as
 * much as one. Thread-safe.
 *
 * @param <T> what is made; immutable
 */
final class Recent<T> {
  private static final int MOST = 8;

  private record Made<T>(String form, T made) {}

  private final Map<UpgradeId, Made<T>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UpgradeId, Made<T>> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Returns what is made of an upgrade.
   *
   * @param form another one whenever what it is made of is another
   * @param maker makes it
   */
  synchronized T get(UpgradeId upgrade, String form, Supplier<T> maker) {
    var made = known.get(upgrade);
    if (made == null || !made.form().equals(form)) {
      made = new Made<>(form, maker.get());
      known.put(upgrade, made);
    }
    return made.made();
  }
}
