package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.events.FailureKind.COMPILE;
import static io.flexibleupgrades.events.FailureKind.INFRASTRUCTURE;
import static io.flexibleupgrades.orchestrator.preparation.Said.broken;
import static io.flexibleupgrades.orchestrator.preparation.Said.ok;
import static io.flexibleupgrades.orchestrator.preparation.Said.passed;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An outcome that does not answer the request costs the attempt, and nothing else. */
class MisfitOutcomeTest {

  static Stream<List<Result>> wrongMembers() {
    return Stream.of(
        List.of(),
        List.of(ok("a", 1)),
        List.of(ok("a", 1), ok("x", 1)),
        List.of(ok("a", 1), ok("b", 1), ok("x", 1)),
        List.of(ok("a", 1), ok("a", 1)),
        List.of(ok("b", 1), ok("a", 1)));
  }

  @ParameterizedTest
  @MethodSource("wrongMembers")
  @DisplayName("B39: results for other modules than those that were asked for cost the attempt")
  void endsTheAttemptWhenTheMembersAreWrong(List<Result> results) {
    var story = Story.dispatched(module("a", "b"), module("b", "a"));

    assertThat(story.when(Said.of("a", 1, results.toArray(Result[]::new))))
        .containsExactly("attempt failed a #1 infrastructure");
    story.retry("a", 1);
    assertThat(story.when(Said.of("a", 2, ok("a", 2), ok("b", 2))))
        .containsExactly("prepared a #2", "prepared b #2", "ended 2 0 0");
  }

  @Test
  @DisplayName("B39: the log says what was asked for and what came")
  void saysWhatDidNotFit() {
    var story = Story.dispatched(module("a"));

    assertThat(story.events(Said.of("a", 1, ok("x", 1))))
        .extracting(event -> ((PrepareAttemptFailed) event).reason())
        .containsExactly("The worker answered for [x], but was asked for [a].");
  }

  @Test
  @DisplayName("B36: a module whose producers are prepared is not skipped because a worker says so")
  void takesNoSkipThatWasNotAskedFor() {
    var story = Story.dispatched(module("a"));

    assertThat(story.when(Said.skipped("a", "x")))
        .containsExactly("attempt failed a #1 infrastructure");
  }

  @Test
  @DisplayName(
      "B39: a worker that never answers what it was asked ends as a failure of the infrastructure")
  void failsAfterFourMisfits() {
    var story = Story.dispatched(module("a"));
    story.reach("a", 4);

    assertThat(story.when(Said.of("a", 4, passed("a", "x"))))
        .containsExactly("failed a #4 infrastructure", "ended 0 1 0");
  }

  static Stream<Result> answersToASkip() {
    return Stream.of(
        ok("b", 1), broken("b", COMPILE), broken("b", INFRASTRUCTURE), passed("b", "x"));
  }

  @ParameterizedTest
  @MethodSource("answersToASkip")
  @DisplayName("B35: what was asked to be skipped is skipped because of what the request named")
  void skipsWhateverTheWorkerMadeOfTheRequest(Result result) {
    var story = Story.dispatched(module("a"), module("b", "a"));
    story.when(Said.failed("a"));

    assertThat(story.when(Said.of("b", 1, result)))
        .containsExactly("skipped b #1 of [a]", "ended 0 1 1");
  }

  @Test
  @DisplayName("B35: a skip answered for other modules is asked for again")
  void asksAgainForASkipThatWasMisunderstood() {
    var story = Story.dispatched(module("a"), module("b", "a"));
    story.when(Said.failed("a"));
    story.reach("b", 6);

    assertThat(story.when(Said.of("b", 6, passed("x", "a"))))
        .containsExactly("attempt failed b #6 infrastructure");
    assertThat(story.retry("b", 6)).containsExactly("skip b #7 of [a]");
  }
}
