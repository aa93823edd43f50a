package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The graphs of the plans that were looked at last. A plan grows while it is enlisted and changes
 * no more afterwards, so that its graph is made once.
 */
final class RecentGraphs {
  private static final int MOST = 8;

  private record Made(int modules, PlanGraph graph) {}

  private final Map<UpgradeId, Made> made =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UpgradeId, Made> eldest) {
          return size() > MOST;
        }
      };

  synchronized PlanGraph get(
      UpgradeId upgrade, Collection<ModuleId> modules, Supplier<List<PlanGraph.Edge>> edges) {
    var known = made.get(upgrade);
    if (known == null || known.modules() != modules.size()) {
      known = new Made(modules.size(), PlanGraph.of(modules, edges.get()));
      made.put(upgrade, known);
    }
    return known.graph();
  }
}
