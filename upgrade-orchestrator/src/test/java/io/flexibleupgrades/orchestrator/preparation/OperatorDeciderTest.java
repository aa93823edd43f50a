package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Pause;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Resume;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OperatorDeciderTest {
  private static final Pause PAUSE = new Pause("anna", "the build farm is moved");
  private static final Resume RESUME = new Resume("bert");
  private static final Cancel CANCEL = new Cancel("anna", null);

  @Test
  @DisplayName("B46: a paused preparation requests nothing to be compiled until it is resumed")
  void requestsNothingWhilePaused() {
    var story = Story.started(module("a"));

    assertThat(story.when(PAUSE)).containsExactly("paused by anna: the build farm is moved");
    assertThat(story.dispatch()).isEmpty();
    assertThat(UpgradeProgress.of(story.state()).state()).isEqualTo("paused");
    assertThat(story.when(RESUME)).containsExactly("resumed by bert");
    assertThat(story.dispatch()).containsExactly("compile a #1");
  }

  @Test
  @DisplayName(
      "B46: what was being compiled at the pause is settled, and its consumers are skipped")
  void letsRunningCompilesFinish() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "b"), module("d", "a"));
    story.when(PAUSE);

    assertThat(story.when(Said.prepared("a"))).containsExactly("prepared a #1");
    assertThat(story.when(Said.failed("b")))
        .containsExactly("failed b #1 compile", "skip c #1 of [b]");
    assertThat(story.dispatch()).isEmpty();
  }

  @Test
  @DisplayName("B46: an attempt lost while paused is made again after the pause")
  void retriesAfterThePause() {
    var story = Story.dispatched(module("a"));
    story.when(PAUSE);
    story.giveUp("a", 1);

    assertThat(story.retry("a", 1)).isEmpty();
    story.when(RESUME);
    assertThat(story.retry("a", 1)).containsExactly("compile a #2");
  }

  @Test
  @DisplayName("B46: a preparation whose last module is settled while it is paused has ended")
  void endsWhilePaused() {
    var story = Story.dispatched(module("a"));
    story.when(PAUSE);

    assertThat(story.when(Said.prepared("a"))).containsExactly("prepared a #1", "ended 1 0 0");
    assertThat(UpgradeProgress.of(story.state()).state()).isEqualTo("ready");
  }

  @Test
  @DisplayName("B13: pausing, resuming and cancelling again change nothing")
  void doesNothingTwice() {
    var story = Story.started(module("a"));

    assertThat(story.when(RESUME)).isEmpty();
    story.when(PAUSE);
    assertThat(story.when(PAUSE)).isEmpty();
    story.when(CANCEL);
    assertThat(story.when(CANCEL)).isEmpty();
  }

  @Test
  @DisplayName("B46: cancelling keeps what is settled and forgets what is not")
  void cancelsWhatIsNotSettled() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "a"));
    story.when(Said.prepared("a"));

    assertThat(story.when(CANCEL)).containsExactly("cancelled by anna: null");
    assertThat(UpgradeProgress.of(story.state()))
        .isEqualTo(new UpgradeProgress("cancelled", 3, 1, 0, 0));
  }

  @Test
  @DisplayName("B46: after a cancel neither workers, timers nor free slots change anything")
  void nothingCountsAfterACancel() {
    var story = Story.dispatched(module("a"), module("b"), module("c"));
    story.giveUp("b", 1);
    story.when(CANCEL);

    assertThat(story.when(Said.prepared("a"))).isEmpty();
    assertThat(story.retry("b", 1)).isEmpty();
    assertThat(story.giveUp("c", 1)).isEmpty();
    assertThat(story.dispatch()).isEmpty();
  }

  @Test
  @DisplayName("B46: an upgrade can be cancelled at any time before its end")
  void cancelsBeforeThePlatformIsUpgraded() {
    var story = Story.planned(module("a"));

    assertThat(story.when(CANCEL)).containsExactly("cancelled by anna: null");
    assertThat(story.when(Story.FINISH)).isEmpty();
  }

  @Test
  void cancelsNothingThatWasNeverPlanned() {
    assertThat(new Story().when(CANCEL)).isEmpty();
  }

  @Test
  void refusesToPauseWhatHasNotStarted() {
    var story = Story.planned(module("a"));

    assertRejected(Rule.NOT_PREPARING, story, PAUSE);
    assertRejected(Rule.NOT_PREPARING, story, RESUME);
    story.when(Story.FINISH_ON_PREMISES);
    assertRejected(Rule.NOT_PREPARING, story, PAUSE);
    assertRejected(Rule.NOT_PREPARING, story, RESUME);
  }

  @Test
  void refusesToChangeWhatHasEnded() {
    var story = Story.dispatched(module("a"));
    story.when(Said.prepared("a"));

    assertRejected(Rule.UPGRADE_ENDED, story, PAUSE);
    assertRejected(Rule.UPGRADE_ENDED, story, RESUME);
    assertRejected(Rule.UPGRADE_ENDED, story, CANCEL);
  }

  private static void assertRejected(Rule rule, Story story, PreparationCommand command) {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> story.when(command))
        .extracting(RejectedException::rule)
        .isEqualTo(rule);
  }
}
