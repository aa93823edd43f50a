package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import org.pcollections.IntTreePMap;
import org.pcollections.PSortedSet;
import org.pcollections.TreePSet;

/**
 * The units that may be requested because all their producers are prepared.
 *
 * @param ranks the plan's rank of each, the one to request first being the lowest
 * @param preparedProducers how many of a unit's direct producers are prepared, if there are any
 */
record ReadyUnits(PSortedSet<Integer> ranks, IntTreePMap<Integer> preparedProducers) {

  /** Returns the units without producers. */
  static ReadyUnits atStart(PreparationPlan plan) {
    PSortedSet<Integer> ranks = TreePSet.empty();
    for (int unit = 0; unit < plan.unitCount(); unit++) {
      if (plan.producerCount(unit) == 0) {
        ranks = ranks.plus(plan.rank(unit));
      }
    }
    return new ReadyUnits(ranks, IntTreePMap.empty());
  }

  ReadyUnits requested(int rank) {
    return new ReadyUnits(ranks.minus(rank), preparedProducers);
  }

  ReadyUnits prepared(PreparationPlan plan, int unit) {
    var ranksAfter = ranks;
    var countsAfter = preparedProducers;
    for (int consumer : plan.consumers(unit)) {
      int count = countsAfter.getOrDefault(consumer, 0) + 1;
      countsAfter = countsAfter.plus(consumer, count);
      if (count == plan.producerCount(consumer)) {
        ranksAfter = ranksAfter.plus(plan.rank(consumer));
      }
    }
    return new ReadyUnits(ranksAfter, countsAfter);
  }
}
