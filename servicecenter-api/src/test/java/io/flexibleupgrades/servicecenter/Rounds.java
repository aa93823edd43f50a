package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.EnvironmentName;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** At which event of an environment each round of preparing begins, taken from what is said. */
final class Rounds {
  private final Map<EnvironmentName, Long> said = new ConcurrentHashMap<>();
  private final Map<EnvironmentName, TreeMap<Long, Integer>> rounds = new ConcurrentHashMap<>();

  void take(Journal.Said record) {
    var type = record.message().header("ce_type");
    if (type == null) {
      return;
    }
    long sequence = said.merge(record.environment(), 1L, Long::sum);
    if (type.equals("preparation-reopened.v1") || type.equals("upgrade-started.v1")) {
      var begun = rounds.computeIfAbsent(record.environment(), _ -> new TreeMap<>());
      begun.put(sequence, begun.size() + 1);
    }
  }

  /** Returns the round that goes on or has ended last as of that event, 0 before the first. */
  int at(EnvironmentName environment, long sequence) {
    var begun = rounds.getOrDefault(environment, new TreeMap<>()).floorEntry(sequence);
    return begun == null ? 0 : begun.getValue();
  }
}
