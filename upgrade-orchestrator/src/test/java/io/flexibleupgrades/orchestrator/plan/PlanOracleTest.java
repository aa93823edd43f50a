package io.flexibleupgrades.orchestrator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compares the plans of random factories with an oracle that shares no code with them. */
class PlanOracleTest {
  private static final int SEEDS = 150;
  private static final int MOST_MODULES = 40;

  @Test
  void unitsAreTheStronglyConnectedComponents() {
    forEachFactory((plan, oracle) -> {
      var units = units(plan);

      assertThat(units.stream().map(Set::copyOf))
          .containsExactlyInAnyOrderElementsOf(oracle.units());
      assertThat(units).allSatisfy(members -> assertThat(members).isSorted());
    });
  }

  @Test
  void aUnitIsNamedAfterItsFirstMemberAndFoundByThatNameAlone() {
    forEachFactory((plan, _) -> {
      for (int unit = 0; unit < plan.unitCount(); unit++) {
        var members = members(plan, unit);

        assertThat(plan.unitId(unit).value()).isEqualTo(members.getFirst().value());
        assertThat(plan.unit(plan.unitId(unit))).isEqualTo(unit);
        for (int member : plan.members(unit)) {
          assertThat(plan.unitOf(member)).isEqualTo(unit);
        }
      }
    });
  }

  @Test
  void theProducersOfAUnitHaveSmallerNumbersThanItself() {
    forEachFactory((plan, _) -> {
      for (int unit = 0; unit < plan.unitCount(); unit++) {
        int number = unit;

        assertThat(Arrays.stream(plan.producers(unit))).allMatch(producer -> producer < number);
        assertThat(Arrays.stream(plan.consumers(unit))).allMatch(consumer -> consumer > number);
      }
    });
  }

  @Test
  void unitsAreJoinedByWhatTheirMembersConsume() {
    forEachFactory((plan, oracle) -> {
      for (int unit = 0; unit < plan.unitCount(); unit++) {
        var members = Set.copyOf(members(plan, unit));

        assertThat(units(plan, plan.producers(unit)))
            .containsExactlyInAnyOrderElementsOf(oracle.producers(members));
        assertThat(units(plan, plan.consumers(unit)))
            .containsExactlyInAnyOrderElementsOf(oracle.consumers(members));
        assertThat(plan.producerCount(unit)).isEqualTo(oracle.producers(members).size());
      }
    });
  }

  @Test
  void transitiveConsumersAreAllThatDependOnAUnitProducersBeforeConsumers() {
    forEachFactory((plan, oracle) -> {
      for (int unit = 0; unit < plan.unitCount(); unit++) {
        var members = Set.copyOf(members(plan, unit));

        assertThat(units(plan, plan.consumers(unit, _ -> true)))
            .containsExactlyInAnyOrderElementsOf(oracle.transitiveConsumers(members));
        assertThat(plan.consumers(unit, _ -> true)).isSorted();
      }
    });
  }

  @Test
  void theLongestWayStillAheadComesFirst() {
    forEachFactory((plan, oracle) -> {
      var order = IntStream.range(0, plan.unitCount()).map(plan::unitAtRank).toArray();

      assertThat(units(plan, order).stream().map(oracle::longestWay))
          .isSortedAccordingTo(Comparator.reverseOrder());
      assertThat(Arrays.stream(order).map(plan::rank))
          .containsExactlyElementsOf(IntStream.range(0, order.length).boxed().toList());
    });
  }

  private static void forEachFactory(BiConsumer<PreparationPlan, PlanOracle> check) {
    for (int seed = 0; seed < SEEDS; seed++) {
      var random = new Random(seed);
      var modules = RandomModules.of(random, random.nextInt(MOST_MODULES));
      try {
        check.accept(PreparationPlan.of(modules), new PlanOracle(modules));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed %d: %s".formatted(seed, e.getMessage()), e);
      }
    }
  }

  private static List<List<ModuleId>> units(PreparationPlan plan) {
    return IntStream.range(0, plan.unitCount()).mapToObj(unit -> members(plan, unit)).toList();
  }

  private static List<Set<ModuleId>> units(PreparationPlan plan, int[] units) {
    return Arrays.stream(units)
        .mapToObj(unit -> members(plan, unit).stream().collect(Collectors.toSet()))
        .toList();
  }

  private static List<ModuleId> members(PreparationPlan plan, int unit) {
    return Arrays.stream(plan.members(unit))
        .mapToObj(member -> plan.module(member).module())
        .toList();
  }
}
