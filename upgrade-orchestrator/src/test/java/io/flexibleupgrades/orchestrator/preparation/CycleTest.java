package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.events.FailureKind.COMPILE;
import static io.flexibleupgrades.events.FailureKind.INFRASTRUCTURE;
import static io.flexibleupgrades.events.FailureKind.TIME_LIMIT;
import static io.flexibleupgrades.orchestrator.preparation.Said.broken;
import static io.flexibleupgrades.orchestrator.preparation.Said.ok;
import static io.flexibleupgrades.orchestrator.preparation.Said.passed;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CycleTest {

  @Test
  @DisplayName("B17: a cycle is requested as one unit, its members in alphabetical order")
  void requestsACycleOnce() {
    var story = Story.started(module("c", "b"), module("b", "a"), module("a", "c"));

    var events = story.events(new Dispatch(9));

    assertThat(events.stream().map(Told::of)).containsExactly("compile a #1");
    assertThat(((ModulePrepareRequested) events.getFirst()).modules())
        .extracting(RequestedModule::module)
        .containsExactly(new ModuleId("a"), new ModuleId("b"), new ModuleId("c"));
  }

  @Test
  @DisplayName("B17: the members of a cycle that compiles are prepared, each by itself")
  void preparesEveryMember() {
    assertThat(cycle().when(Said.of("a", 1, ok("a", 1), ok("b", 1), ok("c", 1))))
        .containsExactly("prepared a #1", "prepared b #1", "prepared c #1");
  }

  @Test
  @DisplayName("B17: members with errors fail, the other members and all outside are skipped")
  void failsTheMembersWithErrorsAlone() {
    var story = cycle();

    assertThat(
            story.when(Said.of("a", 1, passed("a", "b"), broken("b", COMPILE), passed("c", "b"))))
        .containsExactly(
            "skipped a #1 of [b]",
            "failed b #1 compile",
            "skipped c #1 of [b]",
            "skip d #1 of [b]");
    assertThat(story.when(Said.skipped("d", "b")))
        .containsExactly("skipped d #1 of [b]", "ended 0 1 3");
  }

  @Test
  @DisplayName("B17: with two failed members the skipped ones name both")
  void namesAllFailedMembers() {
    assertThat(
            cycle()
                .when(
                    Said.of("a", 1, broken("a", COMPILE), passed("b", "a"), broken("c", COMPILE))))
        .containsExactly(
            "failed a #1 compile",
            "skipped b #1 of [a, c]",
            "failed c #1 compile",
            "skip d #1 of [a, c]");
  }

  @Test
  @DisplayName("B17: a cycle cannot be prepared in part")
  void takesNoPartlyPreparedCycle() {
    assertThat(cycle().when(Said.of("a", 1, ok("a", 1), broken("b", COMPILE), passed("c", "b"))))
        .containsExactly("attempt failed a #1 infrastructure");
    assertThat(cycle().when(Said.of("a", 1, ok("a", 1), ok("b", 1), passed("c", "b"))))
        .containsExactly("attempt failed a #1 infrastructure");
  }

  @Test
  @DisplayName(
      "B39: a fault of the infrastructure while a cycle is compiled blames no member of it")
  void retriesTheWholeCycle() {
    var story = cycle();

    assertThat(
            story.when(
                Said.of("a", 1, broken("a", COMPILE), broken("b", TIME_LIMIT), passed("c", "a"))))
        .containsExactly("attempt failed a #1 time-limit");
    assertThat(story.retry("a", 1)).containsExactly("compile a #2");
  }

  @Test
  @DisplayName(
      "B39: after three retries every member of the cycle fails with the kind of the fault")
  void failsTheWholeCycleWhenTheInfrastructureStaysAway() {
    var story = cycle();
    story.reach("a", 4);

    assertThat(
            story.when(
                Said.of(
                    "a",
                    4,
                    broken("a", INFRASTRUCTURE),
                    broken("b", INFRASTRUCTURE),
                    broken("c", INFRASTRUCTURE))))
        .containsExactly(
            "failed a #4 infrastructure",
            "failed b #4 infrastructure",
            "failed c #4 infrastructure",
            "skip d #1 of [a, b, c]");
  }

  private static Story cycle() {
    return Story.dispatched(module("a", "b"), module("b", "c"), module("c", "a"), module("d", "a"));
  }
}
