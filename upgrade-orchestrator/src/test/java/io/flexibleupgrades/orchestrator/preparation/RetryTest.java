package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.events.FailureKind.INFRASTRUCTURE;
import static io.flexibleupgrades.events.FailureKind.TIME_LIMIT;
import static io.flexibleupgrades.orchestrator.preparation.Said.broken;
import static io.flexibleupgrades.orchestrator.preparation.Said.ok;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryTest {

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"INFRASTRUCTURE", "TIME_LIMIT"})
  @DisplayName("B39: a fault is retried three times and then the module fails with its kind")
  void retriesThreeTimes(FailureKind kind) {
    var story = Story.dispatched(module("a"), module("b", "a"));

    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(story.when(Said.of("a", attempt, broken("a", kind))))
          .containsExactly("attempt failed a #%d %s".formatted(attempt, kind));
      assertThat(story.retry("a", attempt)).containsExactly("compile a #" + (attempt + 1));
    }
    assertThat(story.when(Said.of("a", 4, broken("a", kind))))
        .containsExactly("failed a #4 " + kind, "skip b #1 of [a]");
  }

  @Test
  @DisplayName("B39: a fault that heals leaves no trace in the outcome")
  void preparesAfterAFault() {
    var story = Story.dispatched(module("a"));
    story.when(Said.of("a", 1, broken("a", INFRASTRUCTURE)));
    story.when(new PreparationCommand.Retry(new UnitId("a"), 1));
    story.when(Said.of("a", 2, broken("a", TIME_LIMIT)));
    story.retry("a", 2);

    assertThat(story.when(Said.of("a", 3, ok("a", 3))))
        .containsExactly("prepared a #3", "ended 1 0 0");
  }

  @Test
  @DisplayName("B39: the last fault's kind is the one that the module fails with")
  void failsWithTheKindOfTheLastAttempt() {
    var story = Story.dispatched(module("a"));
    story.reach("a", 4);

    assertThat(story.when(Said.of("a", 4, broken("a", TIME_LIMIT))))
        .containsExactly("failed a #4 time-limit", "ended 0 1 0");
  }

  @Test
  @DisplayName("B39: a compile error is never retried")
  void neverRetriesACompileError() {
    var story = Story.dispatched(module("a"));
    story.reach("a", 2);

    assertThat(story.when(Said.of("a", 2, broken("a", FailureKind.COMPILE))))
        .containsExactly("failed a #2 compile", "ended 0 1 0");
    assertThat(story.retry("a", 2)).isEmpty();
  }

  @Test
  @DisplayName("B39: a lost worker costs an attempt, and three retries later the module has failed")
  void givesUpOnALostWorker() {
    var story = Story.dispatched(module("a"));

    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(story.giveUp("a", attempt))
          .containsExactly("attempt failed a #%d infrastructure".formatted(attempt));
      story.retry("a", attempt);
    }
    assertThat(story.giveUp("a", 4)).containsExactly("failed a #4 infrastructure", "ended 0 1 0");
  }

  @Test
  @DisplayName(
      "B39: a lost skip is asked for again as often as it takes, and never becomes a failure")
  void neverFailsALostSkip() {
    var story = Story.dispatched(module("a"), module("b", "a"));
    story.when(Said.failed("a"));

    for (int attempt = 1; attempt <= 10; attempt++) {
      assertThat(story.giveUp("b", attempt))
          .containsExactly("attempt failed b #%d infrastructure".formatted(attempt));
      assertThat(story.retry("b", attempt))
          .containsExactly("skip b #%d of [a]".formatted(attempt + 1));
    }
    assertThat(story.when(Said.of("b", 11, Said.passed("b", "a"))))
        .containsExactly("skipped b #11 of [a]", "ended 0 1 1");
  }

  @Test
  @DisplayName("B37: a skip asked for again names the producers it named at first")
  void keepsTheFailedProducersOfASkip() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "a", "b"));
    story.when(Said.failed("b"));
    story.giveUp("c", 1);
    story.when(Said.failed("a"));

    assertThat(story.retry("c", 1)).containsExactly("skip c #2 of [b]");
  }

  @Test
  @DisplayName("B39: between two attempts nobody works on the unit")
  void takesNoRoomWhileItWaits() {
    var story = Story.dispatched(module("a"), module("b"));

    story.giveUp("a", 1);

    assertThat(((Preparing) story.state()).compiling()).isEqualTo(1);
    assertThat(story.dispatch()).isEmpty();
    story.retry("a", 1);
    assertThat(((Preparing) story.state()).compiling()).isEqualTo(2);
  }

  @Test
  @DisplayName("B39: the reason of a lost attempt is kept in words, in the log and in the failure")
  void saysWhyAnAttemptWasGivenUp() {
    var story = Story.dispatched(module("a"));
    var reason = "Worker w1, which worked on it, fell silent.";

    assertThat(story.events(new GiveUp(new UnitId("a"), 1, reason)))
        .containsExactly(
            new PrepareAttemptFailed(
                Story.UPGRADE, Story.ENVIRONMENT, new UnitId("a"), 1, INFRASTRUCTURE, reason));
    story.retry("a", 1);
    story.giveUp("a", 2);
    story.retry("a", 2);
    story.giveUp("a", 3);
    story.retry("a", 3);
    var failed = (ModuleFailed) story.events(new GiveUp(new UnitId("a"), 4, reason)).getFirst();
    assertThat(failed.output().diagnostics()).hasSize(1);
    assertThat(failed.output().diagnostics().getFirst().message()).isEqualTo(reason);
    assertThat(failed.output().diagnostics().getFirst().code()).isEqualTo("flexup.infrastructure");
    assertThat(failed.output().errors()).isEqualTo(1);
  }

  @Test
  @DisplayName("B39: a fault without a diagnostic is told by its log")
  void takesTheReasonFromTheLog() {
    var story = Story.dispatched(module("a"));
    var silent = new CompilerOutput(List.of(), 0, 0, "The daemon ended with code 137.");

    assertThat(story.events(Said.of("a", 1, new Failed(new ModuleId("a"), INFRASTRUCTURE, silent))))
        .extracting(event -> ((PrepareAttemptFailed) event).reason())
        .containsExactly("The daemon ended with code 137.");
  }
}
