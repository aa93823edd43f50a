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

  /** Returns the units that are not settled and all of whose producers are prepared. */
  static ReadyUnits of(PreparationPlan plan, SettledModules settled) {
    PSortedSet<Integer> ranks = TreePSet.empty();
    IntTreePMap<Integer> counts = IntTreePMap.empty();
    for (int unit = 0; unit < plan.unitCount(); unit++) {
      int prepared = 0;
      for (int producer : plan.producers(unit)) {
        prepared += settled.arePrepared(plan.members(producer)) ? 1 : 0;
      }
      if (prepared > 0) {
        counts = counts.plus(unit, prepared);
      }
      if (prepared == plan.producerCount(unit) && !settled.contains(plan.members(unit)[0])) {
        ranks = ranks.plus(plan.rank(unit));
      }
    }
    return new ReadyUnits(ranks, counts);
  }

  ReadyUnits requested(int rank) {
    return new ReadyUnits(ranks.minus(rank), preparedProducers);
  }

  /**
   * Takes note that all members of a unit are prepared, which releases its consumers, but for those
   * that were prepared already when their producer was opened again.
   */
  ReadyUnits prepared(PreparationPlan plan, int unit, SettledModules settled) {
    var ranksAfter = ranks;
    var countsAfter = preparedProducers;
    for (int consumer : plan.consumers(unit)) {
      int count = countsAfter.getOrDefault(consumer, 0) + 1;
      countsAfter = countsAfter.plus(consumer, count);
      if (count == plan.producerCount(consumer) && !settled.contains(plan.members(consumer)[0])) {
        ranksAfter = ranksAfter.plus(plan.rank(consumer));
      }
    }
    return new ReadyUnits(ranksAfter, countsAfter);
  }
}
