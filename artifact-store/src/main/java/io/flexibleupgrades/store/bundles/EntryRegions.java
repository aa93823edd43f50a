package io.flexibleupgrades.store.bundles;

import java.util.Map;
import java.util.TreeMap;

/** The parts of a zip that its entries lie in; no byte belongs to two of them. */
final class EntryRegions {
  private final TreeMap<Long, Long> endsByStart = new TreeMap<>();

  /** Takes note of the bytes from {@code start} up to {@code end}, without the last. */
  void add(BundleEntry entry, long start, long end) {
    var before = endsByStart.floorEntry(start);
    Map.Entry<Long, Long> after = endsByStart.ceilingEntry(start);
    if ((before != null && before.getValue() > start) || (after != null && after.getKey() < end)) {
      throw new HostileBundleException(
          BundleRule.OVERLAPPING_ENTRIES,
          entry.name(),
          "its bytes %,d to %,d belong to another entry too".formatted(start, end));
    }
    endsByStart.put(start, end);
  }
}
