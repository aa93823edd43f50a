package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.events.FailureKind.COMPILE;
import static io.flexibleupgrades.orchestrator.preparation.Said.broken;
import static io.flexibleupgrades.orchestrator.preparation.Said.ok;
import static io.flexibleupgrades.orchestrator.preparation.Said.prepared;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FailPlatformUpgrade;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Only the first word on the latest attempt of an unsettled unit counts. */
class FenceTest {

  @Test
  void ignoresAStaleAttempt() {
    var story = Story.dispatched(module("a"));
    story.giveUp("a", 1);

    assertThat(story.when(prepared("a"))).isEmpty();
    story.retry("a", 1);
    assertThat(story.when(Said.failed("a"))).isEmpty();
    assertThat(story.when(Said.of("a", 2, ok("a", 2))))
        .containsExactly("prepared a #2", "ended 1 0 0");
  }

  @Test
  void ignoresAnAttemptThatWasNotMadeYet() {
    var story = Story.dispatched(module("a"));

    assertThat(story.when(Said.of("a", 2, ok("a", 2)))).isEmpty();
    assertThat(story.giveUp("a", 2)).isEmpty();
    assertThat(story.giveUp("a", 0)).isEmpty();
  }

  @Test
  @DisplayName("B14: what was compiled with another distribution does not count")
  void ignoresAnotherPlatform() {
    var story = Story.dispatched(module("a"));

    assertThat(story.when(Said.of("a", 1, Story.OLD.digest(), ok("a", 1)))).isEmpty();
    assertThat(story.when(prepared("a"))).containsExactly("prepared a #1", "ended 1 0 0");
  }

  @Test
  void ignoresAUnitThatThePlanDoesNotHave() {
    var story = Story.dispatched(module("a", "b"), module("b", "a"));

    assertThat(story.when(prepared("x"))).isEmpty();
    assertThat(story.when(prepared("b"))).isEmpty();
    assertThat(story.giveUp("x", 1)).isEmpty();
    assertThat(story.retry("x", 1)).isEmpty();
  }

  @Test
  void ignoresASettledUnit() {
    var story = Story.dispatched(module("a"), module("b"));
    story.when(prepared("a"));

    assertThat(story.when(prepared("a"))).isEmpty();
    assertThat(story.when(Said.failed("a"))).isEmpty();
    assertThat(story.giveUp("a", 1)).isEmpty();
    assertThat(story.retry("a", 1)).isEmpty();
  }

  @Test
  void ignoresAUnitThatWasNotRequested() {
    var story = Story.started(module("a"));

    assertThat(story.when(prepared("a"))).isEmpty();
    assertThat(story.giveUp("a", 1)).isEmpty();
    assertThat(story.retry("a", 0)).isEmpty();
  }

  @Test
  @DisplayName("B39: when the outcome and the giving up of an attempt race, the first one wins")
  void theFirstWordOnAnAttemptWins() {
    var outcomeFirst = Story.dispatched(module("a"), module("b"));
    var timerFirst = Story.dispatched(module("a"), module("b"));

    assertThat(outcomeFirst.when(prepared("a"))).containsExactly("prepared a #1");
    assertThat(outcomeFirst.giveUp("a", 1)).isEmpty();
    assertThat(timerFirst.giveUp("a", 1)).containsExactly("attempt failed a #1 infrastructure");
    assertThat(timerFirst.when(prepared("a"))).isEmpty();
    assertThat(timerFirst.giveUp("a", 1)).isEmpty();
  }

  @Test
  @DisplayName("B39: an attempt is followed by one next attempt, however often the timer rings")
  void retriesOnce() {
    var story = Story.dispatched(module("a"));

    assertThat(story.retry("a", 1)).isEmpty();
    story.giveUp("a", 1);
    assertThat(story.retry("a", 2)).isEmpty();
    assertThat(story.retry("a", 1)).containsExactly("compile a #2");
    assertThat(story.retry("a", 1)).isEmpty();
    story.giveUp("a", 2);
    assertThat(story.retry("a", 1)).isEmpty();
    assertThat(story.retry("a", 2)).containsExactly("compile a #3");
  }

  @Test
  void decidesNothingAfterTheEnd() {
    var story = Story.dispatched(module("a"));
    story.when(prepared("a"));

    assertThat(commands(story)).isEmpty();
  }

  @Test
  @DisplayName("B7: before the second step has started nothing is decided about units")
  void decidesNothingBeforeTheStart() {
    assertThat(commands(new Story())).isEmpty();
    assertThat(commands(Story.planned(module("a")))).isEmpty();
  }

  private static List<String> commands(Story story) {
    return List.of(
            story.dispatch(),
            story.when(prepared("a")),
            story.when(Said.of("a", 1, broken("a", COMPILE))),
            story.giveUp("a", 1),
            story.retry("a", 1),
            story.state() instanceof PreparationState.Ended
                ? story.when(new FailPlatformUpgrade("late"))
                : List.<String>of())
        .stream()
        .flatMap(List::stream)
        .toList();
  }
}
