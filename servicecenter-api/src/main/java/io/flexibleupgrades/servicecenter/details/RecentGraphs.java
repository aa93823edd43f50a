package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.UpgradeId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The graphs of the plans that were looked at last. A plan changes while it is enlisted and when
 * modules are prepared again; its graph is made once for each of its forms.
 */
final class RecentGraphs {
  private static final int MOST = 8;

  private record Made(String form, PlanGraph graph) {}

  private final Map<UpgradeId, Made> made =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UpgradeId, Made> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Returns the graph of a plan.
   *
   * @param form another one whenever modules or edges of the plan are
   * @param graph makes it
   */
  synchronized PlanGraph get(UpgradeId upgrade, String form, Supplier<PlanGraph> graph) {
    var known = made.get(upgrade);
    if (known == null || !known.form().equals(form)) {
      known = new Made(form, graph.get());
      made.put(upgrade, known);
    }
    return known.graph();
  }
}
