package io.flexibleupgrades.orchestrator.plan;

import static io.flexibleupgrades.orchestrator.plan.RandomModules.module;
import static io.flexibleupgrades.orchestrator.plan.RandomModules.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UnitId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparationPlanTest {
  private static final int MANY = 100_000;
  private static final ModuleId A = new ModuleId("a");
  private static final ModuleId B = new ModuleId("b");
  private static final ModuleId C = new ModuleId("c");

  @Test
  void nothingInScopeGivesAnEmptyPlan() {
    var plan = PreparationPlan.of(List.of());

    assertThat(plan.unitCount()).isZero();
    assertThat(plan.moduleCount()).isZero();
    assertThat(plan.unit(new UnitId("a"))).isNull();
  }

  @Test
  void aCycleIsOneUnitNamedAfterItsFirstMember() {
    var plan =
        PreparationPlan.of(
            List.of(module(C, 1, List.of(A)), module(B, 1, List.of(C)), module(A, 1, List.of(B))));

    assertThat(plan.unitCount()).isEqualTo(1);
    assertThat(plan.unitId(0)).isEqualTo(new UnitId("a"));
    assertThat(plan.unit(new UnitId("b"))).isNull();
    assertThat(plan.members(0)).containsExactly(0, 1, 2);
  }

  @Test
  void aModuleThatNamesItselfWaitsForNobody() {
    var plan = PreparationPlan.of(List.of(module(A, 1, List.of(A, A))));

    assertThat(plan.producers(0)).isEmpty();
    assertThat(plan.producersOfModule(0)).isEmpty();
    assertThat(plan.consumers(0, _ -> true)).isEmpty();
  }

  @Test
  void aProducerThatIsNotInScopeIsNotWaitedFor() {
    var plan = PreparationPlan.of(List.of(module(B, 1, List.of(A, C)), module(C, 1, List.of())));

    assertThat(plan.module(A)).isNull();
    assertThat(names(plan, plan.producersOfModule(index(plan, B)))).containsExactly(C);
    assertThat(plan.producerCount(plan.unitOf(index(plan, B)))).isEqualTo(1);
  }

  @Test
  void consumersAreReachedThroughOthersOfTheirKindOnly() {
    var plan =
        PreparationPlan.of(
            List.of(module(A, 1, List.of()), module(B, 1, List.of(A)), module(C, 1, List.of(B))));
    int a = plan.unitOf(index(plan, A));
    int b = plan.unitOf(index(plan, B));

    assertThat(plan.consumers(a, _ -> true)).hasSize(2);
    assertThat(plan.consumers(a, unit -> unit != b)).isEmpty();
  }

  @Test
  void aProducerNamedTwiceCountsOnce() {
    var plan = PreparationPlan.of(List.of(module(A, 1, List.of()), module(B, 1, List.of(A, A))));

    assertThat(plan.producerCount(plan.unitOf(index(plan, B)))).isEqualTo(1);
    assertThat(plan.consumers(plan.unitOf(index(plan, A)))).hasSize(1);
  }

  @Test
  void theHeavierOfTwoWaysIsTheLongerOneWhateverTheNumberOfItsModules() {
    var heavy = module(C, 10, List.of());
    var plan =
        PreparationPlan.of(List.of(module(A, 4, List.of()), module(B, 5, List.of(A)), heavy));

    assertThat(plan.module(plan.members(plan.unitAtRank(0))[0])).isEqualTo(heavy);
  }

  @Test
  void callersCannotChangeIt() {
    var plan = PreparationPlan.of(List.of(module(A, 1, List.of()), module(B, 1, List.of(A))));

    plan.members(0)[0] = 7;
    plan.consumers(0)[0] = 7;
    plan.producers(1)[0] = 7;
    plan.producersOfModule(1)[0] = 7;

    assertThat(plan.members(0)).containsExactly(0);
    assertThat(plan.consumers(0)).containsExactly(1);
    assertThat(plan.producers(1)).containsExactly(0);
    assertThat(plan.producersOfModule(1)).containsExactly(0);
  }

  @Test
  void theSameModulesGiveTheSamePlanInWhateverOrderTheyCome() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      var modules = new ArrayList<>(RandomModules.of(random, random.nextInt(60)));
      var expected = described(PreparationPlan.of(modules));
      Collections.shuffle(modules, random);

      assertThat(described(PreparationPlan.of(modules))).as("seed %s", seed).isEqualTo(expected);
    }
  }

  @Test
  void aChainOfAHundredThousandModulesIsPlannedOnAnOrdinaryStack() {
    var plan = PreparationPlan.of(chain());

    assertThat(plan.unitCount()).isEqualTo(MANY);
    assertThat(plan.consumers(0, _ -> true)).hasSize(MANY - 1);
    assertThat(IntStream.range(0, MANY).filter(unit -> plan.rank(unit) != unit)).isEmpty();
  }

  @Test
  void aCycleOfAHundredThousandModulesIsOneUnit() {
    var modules = new ArrayList<>(chain());
    modules.set(0, module(name(0), 1, List.of(name(MANY - 1))));

    var plan = PreparationPlan.of(modules);

    assertThat(plan.unitCount()).isEqualTo(1);
    assertThat(plan.members(0)).hasSize(MANY).isSorted();
  }

  private static List<EnlistedModule> chain() {
    return IntStream.range(0, MANY)
        .mapToObj(i -> module(name(i), 1, i == 0 ? List.of() : List.of(name(i - 1))))
        .toList();
  }

  private static int index(PreparationPlan plan, ModuleId module) {
    var index = plan.module(module);
    assertThat(index).isNotNull();
    return index == null ? -1 : index;
  }

  private static List<ModuleId> names(PreparationPlan plan, int[] modules) {
    return Arrays.stream(modules).mapToObj(plan::module).map(EnlistedModule::module).toList();
  }

  private static List<String> described(PreparationPlan plan) {
    return IntStream.range(0, plan.unitCount())
        .mapToObj(unit ->
            "%s %s producers %s consumers %s rank %d"
                .formatted(
                    plan.unitId(unit),
                    names(plan, plan.members(unit)),
                    Arrays.toString(plan.producers(unit)),
                    Arrays.toString(plan.consumers(unit)),
                    plan.rank(unit)))
        .toList();
  }
}
