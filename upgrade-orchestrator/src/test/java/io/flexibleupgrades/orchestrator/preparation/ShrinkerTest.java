package io.flexibleupgrades.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("G3: a seed that fails shrinks to what one can read")
class ShrinkerTest {

  @Test
  void toTheModulesThatMatter() {
    var failure = first(DecisionMutants::skippingDirectConsumers, 10);

    var shrunk = Shrinker.shrunk(failure, DecisionMutants::skippingDirectConsumers);

    assertThat(failure.scenario().factory().modules()).hasSizeGreaterThanOrEqualTo(10);
    assertThat(shrunk.scenario().factory().modules()).hasSize(3);
    assertThat(shrunk.scenario().length()).isZero();
    assertThat(shrunk.toString().lines())
        .startsWith("not skipped at once [" + shrunk.message().replaceAll("\\D", "") + "]")
        .contains("CLOUD_UPGRADE of 3 modules", "Enlist", "    -> started", "Dispatch[room=4]")
        .endsWith("broken: not skipped at once");
  }

  @Test
  void toTheFaultsThatMatter() {
    PreparationRules rules = WordMutants::ignoringPlatforms;
    var failure = first(rules, 5);

    var shrunk = Shrinker.shrunk(failure, rules);

    assertThat(shrunk.rule()).isEqualTo(failure.rule());
    assertThat(shrunk.scenario().factory().modules()).hasSize(1);
    assertThat(steps(shrunk)).containsExactly(Step.DELIVER, Step.DELIVER, Step.DELIVER, Step.FORGE);
    assertThat(shrunk.told()).contains("with another platform");
  }

  @Test
  void andTellsTheSameEveryTime() {
    PreparationRules rules = DecisionMutants::miscounting;

    assertThat(Shrinker.shrunk(first(rules, 8), rules).toString())
        .isEqualTo(Shrinker.shrunk(first(rules, 8), rules).toString());
  }

  private static Failure first(PreparationRules rules, int modules) {
    return LongStream.range(0, 1_000)
        .mapToObj(Scenario::of)
        .filter(scenario -> scenario.factory().modules().size() >= modules)
        .map(scenario -> Failure.of(scenario, rules))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static List<Step> steps(Failure failure) {
    var scenario = failure.scenario();
    return IntStream.range(0, scenario.length())
        .mapToObj(step -> Step.of(scenario.word(step), false))
        .toList();
  }
}
