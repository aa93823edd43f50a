package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.Said.failed;
import static io.flexibleupgrades.orchestrator.preparation.Said.prepared;
import static io.flexibleupgrades.orchestrator.preparation.Said.skipped;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FailureTest {

  @Test
  @DisplayName("B35: a failing producer makes all its consumers skipped, without compiling them")
  void skipsEveryConsumerOfAFailedProducer() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("c", "b"), module("d", "c"));

    assertThat(story.when(failed("a")))
        .containsExactly(
            "failed a #1 compile", "skip b #1 of [a]", "skip c #1 of [a]", "skip d #1 of [a]");
    assertThat(story.dispatch()).isEmpty();
    assertThat(story.when(skipped("d", "a"))).containsExactly("skipped d #1 of [a]");
    assertThat(story.when(skipped("b", "a"))).containsExactly("skipped b #1 of [a]");
    assertThat(story.when(skipped("c", "a"))).containsExactly("skipped c #1 of [a]", "ended 0 1 3");
  }

  @Test
  @DisplayName("B35: a cycle that consumes a failed producer is skipped as a whole")
  void skipsACycleAsAWhole() {
    var story = Story.dispatched(module("a"), module("b", "a", "c"), module("c", "b"));

    assertThat(story.when(failed("a"))).containsExactly("failed a #1 compile", "skip b #1 of [a]");
    assertThat(story.when(Said.of("b", 1, Said.passed("b", "a"), Said.passed("c", "a"))))
        .containsExactly("skipped b #1 of [a]", "skipped c #1 of [a]", "ended 0 1 2");
  }

  @Test
  @DisplayName("B36: independent branches go on after a failure")
  void goesOnBesideAFailure() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("x"), module("y", "x"));

    story.when(failed("a"));

    assertThat(story.when(prepared("x"))).containsExactly("prepared x #1");
    assertThat(story.dispatch()).containsExactly("compile y #1");
    story.when(prepared("y"));
    assertThat(story.when(skipped("b", "a"))).containsExactly("skipped b #1 of [a]", "ended 2 1 1");
  }

  @Test
  @DisplayName("B36: a module whose producers are all prepared is compiled, whatever fails later")
  void compilesAModuleWhoseProducersArePrepared() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("x"), module("z", "b", "x"));
    story.when(prepared("a"));
    story.dispatch();

    assertThat(story.when(failed("x"))).containsExactly("failed x #1 compile", "skip z #1 of [x]");
    assertThat(story.when(prepared("b"))).containsExactly("prepared b #1");
    assertThat(story.dispatch()).isEmpty();
  }

  @Test
  @DisplayName(
      "B37: with two failed producers a module is requested to be skipped, and counted, once")
  void skipsOnceForTwoFailedProducers() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "a", "b"));

    assertThat(story.when(failed("b"))).containsExactly("failed b #1 compile", "skip c #1 of [b]");
    assertThat(story.when(failed("a"))).containsExactly("failed a #1 compile");
    assertThat(story.when(skipped("c", "b"))).containsExactly("skipped c #1 of [b]", "ended 0 2 1");
  }

  @Test
  @DisplayName("B37: a module that is skipped already is not skipped again")
  void skipsNothingThatIsSettled() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "a", "b"), module("d", "c"));
    story.when(failed("b"));
    story.when(skipped("c", "b"));
    story.when(skipped("d", "b"));

    assertThat(story.when(failed("a"))).containsExactly("failed a #1 compile", "ended 0 2 2");
  }

  @Test
  @DisplayName("B35: a second failure skips what only it reaches")
  void skipsWhatOnlyTheSecondFailureReaches() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "a", "b"), module("d", "a"));
    story.when(failed("b"));

    assertThat(story.when(failed("a"))).containsExactly("failed a #1 compile", "skip d #1 of [a]");
  }

  @Test
  @DisplayName("B31: the three counts add up to the modules in scope")
  void endsWithCountsThatAddUp() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("x"));
    story.when(prepared("x"));
    story.when(failed("a"));
    story.when(skipped("b", "a"));

    assertThat(UpgradeProgress.of(story.state()))
        .isEqualTo(new UpgradeProgress("ready-with-errors", 3, 1, 1, 1));
  }

  @Test
  void keepsTheDiagnostics() {
    var story = Story.dispatched(module("a"));

    assertThat(story.events(failed("a")))
        .contains(
            new ModuleFailed(
                Story.UPGRADE,
                Story.ENVIRONMENT,
                new ModuleId("a"),
                1,
                FailureKind.COMPILE,
                Said.ERRORS));
  }
}
