package io.flexibleupgrades.servicecenter.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table that a batch of events touches: read at once before the batch, changed in
 * memory, written at once after it.
 */
final class TouchedRows<K, R> {
  private final Map<K, R> present = new HashMap<>();
  private final Set<K> stored = new HashSet<>();
  private final Set<K> changed = new LinkedHashSet<>();

  /** Takes a row as the table has it. */
  void read(K key, R row) {
    present.put(key, row);
    stored.add(key);
  }

  /** Returns the row as the batch has it so far, null if there is none. */
  @Nullable R find(K key) {
    return present.get(key);
  }

  /** Adds a row. */
  void add(K key, R row) {
    present.put(key, row);
    changed.add(key);
  }

  /** Takes note that the row of this key is no longer what was read. */
  void changed(K key) {
    changed.add(key);
  }

  void remove(K key) {
    present.remove(key);
    changed.add(key);
  }

  /** Returns the rows to write, in the order in which they were touched. */
  List<R> written() {
    var rows = new ArrayList<R>();
    for (var key : changed) {
      var row = present.get(key);
      if (row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  /** Returns the keys of the rows to delete. */
  List<K> removed() {
    return changed.stream()
        .filter(key -> stored.contains(key) && !present.containsKey(key))
        .toList();
  }
}
