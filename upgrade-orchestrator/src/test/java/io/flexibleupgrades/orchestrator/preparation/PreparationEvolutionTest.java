package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PreparationEvolutionTest {

  @Test
  void neverThrowsInWhateverOrderEventsWereStored() {
    for (int seed = 0; seed < 100; seed++) {
      var random = new Random(seed);
      var events = stored(seed);
      assertThatCode(
              () -> {
                var state = PreparationEvolution.initial();
                for (int k = 0; k < 100; k++) {
                  var event = events.get(random.nextInt(k < 3 ? 3 : events.size()));
                  state = PreparationEvolution.evolve(state, event);
                }
              })
          .as("seed %s", seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void eventsOfUnitsBeforeThePlanIsKnownChangeNothing() {
    PreparationState state = PreparationEvolution.initial();

    for (var event : tale().subList(2, tale().size() - 1)) {
      state = PreparationEvolution.evolve(state, event);
    }

    assertThat(state).isEqualTo(new NotStarted());
  }

  @Test
  void eventsOfUnitsThatThePlanDoesNotHaveChangeNothing() {
    var story = Story.started(module("x"));
    var before = story.state();

    var after = before;
    for (var event : tale().subList(4, tale().size() - 1)) {
      after = PreparationEvolution.evolve(after, event);
    }

    assertThat(after).isEqualTo(before);
  }

  @Test
  void anEndedPreparationSaysWhatBecameOfIt() {
    PreparationState state = PreparationEvolution.initial();
    for (var event : tale()) {
      state = PreparationEvolution.evolve(state, event);
    }

    assertThat(UpgradeProgress.of(state))
        .isEqualTo(new UpgradeProgress("ready-with-errors", 3, 1, 1, 1));
  }

  @Test
  void theStateBeforeAnEventStaysAsItWas() {
    var story = Story.dispatched(module("a"), module("b", "a"));
    var before = (Preparing) story.state();

    story.when(Said.prepared("a"));

    assertThat(before.compiling()).isEqualTo(1);
    assertThat(before.preparedModules()).isZero();
    assertThat(before.hasReady()).isFalse();
    assertThat(((Preparing) story.state()).preparedModules()).isEqualTo(1);
    assertThat(((Preparing) story.state()).hasReady()).isTrue();
  }

  private static List<PreparationEvent> stored(long seed) {
    var events = new ArrayList<PreparationEvent>();
    events.addAll(tale());
    events.addAll(new SimulatedRun(seed, PreparationDecider::decide).run());
    events.add(new PlatformUpgradeFailed(Story.UPGRADE, Story.ENVIRONMENT, "no"));
    return events;
  }

  /** Returns a whole preparation: one module prepared, one failed, one skipped, one retried. */
  private static List<PreparationEvent> tale() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "b"));
    story.giveUp("a", 1);
    story.retry("a", 1);
    story.when(Said.of("a", 2, Said.ok("a", 2)));
    story.when(Said.failed("b"));
    story.when(Said.skipped("c", "b"));
    return story.log();
  }
}
