package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Begin;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Confirm;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.EndSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FailPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Recover;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Refuse;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReopenDeciderTest {
  private static final Cancel CANCEL = new Cancel("anna", null);
  private static final PublishId PUBLISH = new PublishId(new UUID(0, 2));
  private static final Digest PUBLISHED = Said.artifact("published", 1);

  @Test
  @DisplayName("B43: failed modules are compiled again, their consumers after them, no other")
  void preparesAgainWhatIsNotPrepared() {
    var story = afterFailureOfA();

    assertThat(story.when(again(module("a"), module("b", "a"))))
        .containsExactly("again [a, b]", "reopened #2 1 0 0", "started");
    assertThat(story.dispatch()).containsExactly("compile a #2");
    assertThat(story.when(Said.of("a", 2, Said.ok("a", 2)))).containsExactly("prepared a #2");
    assertThat(story.dispatch()).containsExactly("compile b #2");
    assertThat(story.when(Said.of("b", 2, Said.ok("b", 2))))
        .containsExactly("prepared b #2", "ended 3 0 0");
  }

  @Test
  @DisplayName("G4: what was said of attempts before the end counts no longer")
  void fencesOffTheAttemptsBefore() {
    var story = Story.dispatched(module("a"), module("b"));
    story.when(CANCEL);
    story.when(again(module("a"), module("b")));
    story.dispatch();

    assertThat(story.when(Said.prepared("a"))).isEmpty();
    assertThat(story.giveUp("b", 1)).isEmpty();
    assertThat(story.when(Said.of("a", 2, Said.ok("a", 2)))).containsExactly("prepared a #2");
  }

  @Test
  @DisplayName("B39: three retries are allowed in each preparation")
  void countsRetriesAnew() {
    var story = afterFailureOfA();
    story.when(again(module("a"), module("b", "a")));
    story.dispatch();

    for (int attempt = 2; attempt <= 4; attempt++) {
      assertThat(story.giveUp("a", attempt)).hasSize(1);
      story.retry("a", attempt);
    }
    assertThat(story.giveUp("a", 5))
        .containsExactly("failed a #5 infrastructure", "skip b #2 of [a]");
  }

  @Test
  @DisplayName("B43: a prepared consumer of a module that is prepared again is not compiled again")
  void leavesPreparedConsumersAlone() {
    var story = Story.dispatched(module("a"), module("b", "a"));
    story.when(Said.prepared("a"));
    story.dispatch();
    story.when(Said.prepared("b"));
    story.when(again(Story.weighing(2, "a")));
    story.dispatch();

    assertThat(story.when(Said.of("a", 2, Said.ok("a", 2))))
        .containsExactly("prepared a #2", "ended 2 0 0");
    assertThat(story.dispatch()).isEmpty();
  }

  @Test
  @DisplayName("B25 B35: a cancelled consumer of a module that stays failed is skipped at once")
  void skipsWhatStaysBlocked() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("c", "b"), module("d"));
    story.when(Said.failed("a"));
    story.when(CANCEL);

    assertThat(story.when(again(module("b", "a"), module("c", "b"), module("d"))))
        .containsExactly(
            "again [b, c, d]",
            "reopened #2 0 1 0",
            "started",
            "skip b #2 of [a]",
            "skip c #2 of [a]");
    story.dispatch();
    story.when(Said.of("b", 2, Said.passed("b", "a")));
    story.when(Said.of("d", 2, Said.ok("d", 2)));
    assertThat(story.when(Said.of("c", 2, Said.passed("c", "a"))))
        .containsExactly("skipped c #2 of [a]", "ended 1 1 2");
  }

  @Test
  @DisplayName(
      "B25: a module whose producer stays skipped is skipped, too, if nothing stays failed")
  void skipsWhatIsBehindASkippedModule() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("c", "b"), module("d"));
    story.when(Said.failed("a"));
    story.when(Said.skipped("b", "a"));
    story.when(CANCEL);

    assertThat(story.when(again(module("a"), module("c", "b"), module("d"))))
        .contains("skip c #2 of [b]");
  }

  @Test
  @DisplayName("B36: a module whose producers are prepared is not skipped for what they consume")
  void compilesWhatIsBehindARecoveredModule() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("c", "b"));
    story.when(Said.failed("a"));
    story.when(Said.skipped("b", "a"));
    story.when(Said.skipped("c", "a"));
    story.when(recover("b"));
    story.when(again(module("a"), module("c", "b")));

    assertThat(story.dispatch()).containsExactly("compile a #2", "compile c #2");
    assertThat(story.when(Said.of("a", 2, Said.broken("a", FailureKind.COMPILE))))
        .containsExactly("failed a #2 compile");
  }

  @Test
  @DisplayName("B36: not even if it is not requested yet when they fail")
  void skipsNothingBehindARecoveredModule() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("c", "b"));
    story.when(Said.failed("a"));
    story.when(Said.skipped("b", "a"));
    story.when(Said.skipped("c", "a"));
    story.when(recover("b"));
    story.when(again(module("a"), module("c", "b")));
    story.when(new Dispatch(1));

    assertThat(story.when(Said.of("a", 2, Said.broken("a", FailureKind.COMPILE))))
        .containsExactly("failed a #2 compile");
    assertThat(story.dispatch()).containsExactly("compile c #2");
  }

  @Test
  @DisplayName("B9: what never started goes on with its system tasks, and skips after them")
  void takesTheSystemTasksFirst() {
    var story = Story.planned(module("a"));
    story.when(Story.FINISH_ON_PREMISES);
    story.when(CANCEL);

    assertThat(story.when(again(module("a")))).containsExactly("again [a]", "reopened #1 0 0 0");
    assertThat(story.dispatch()).isEmpty();
    for (var task : SystemTask.values()) {
      story.when(new BeginSystemPublish(task, null));
      story.when(new EndSystemPublish());
    }
    assertThat(story.when(new Begin())).containsExactly("started");
  }

  @Test
  @DisplayName("B13: preparing again what is under way, or nothing, does nothing")
  void reopensOnlyWhatHasEnded() {
    var story = afterFailureOfA();

    assertThat(story.when(again())).isEmpty();
    story.when(again(module("a"), module("b", "a")));
    assertThat(story.when(again(module("a")))).isEmpty();
    var failed = Story.planned(module("a"));
    failed.when(new FailPlatformUpgrade("The store is full."));
    assertThat(failed.when(again(module("a")))).isEmpty();
    assertThat(failed.when(recover("a"))).isEmpty();
  }

  @Test
  @DisplayName("B42: a failed module that is published is prepared, and counted once")
  void recoversOnce() {
    var story = afterFailureOfA();

    assertThat(story.when(recover("a"))).containsExactly("recovered a");
    assertThat(UpgradeProgress.of(story.state()))
        .isEqualTo(new UpgradeProgress("ready-with-errors", 3, 2, 0, 1));
    assertThat(story.when(recover("a"))).isEmpty();
    assertThat(story.when(recover("nobody"))).isEmpty();
    assertThat(Story.started(module("a")).when(recover("a"))).isEmpty();
  }

  @Test
  @DisplayName("B29 B42: with the last module published the environment is ready")
  void isReadyWithTheLastModule() {
    var story = afterFailureOfA();
    story.when(recover("a"));
    story.when(recover("b"));

    assertThat(UpgradeProgress.of(story.state()))
        .isEqualTo(new UpgradeProgress("ready", 3, 3, 0, 0));
  }

  @Test
  @DisplayName("B10 B42: even if its preparation was cancelled before it was confirmed")
  void isReadyThoughItNeverStarted() {
    var story = Story.planned(module("a"));
    story.when(Story.FINISH_ON_PREMISES);
    story.when(CANCEL);
    story.when(recover("a"));

    assertThat(UpgradeProgress.of(story.state()).state()).isEqualTo("ready");
  }

  @Test
  @DisplayName("B11: but not if it was refused, which is told until it is prepared again")
  void staysRefused() {
    var story = Story.planned(module("a"));
    story.when(Story.FINISH_ON_PREMISES);
    story.when(new Confirm("anna"));
    story.when(new Refuse("no"));
    story.when(recover("a"));

    assertThat(UpgradeProgress.of(story.state()).state()).isEqualTo("error");
  }

  private static Story afterFailureOfA() {
    var story = Story.dispatched(module("a"), module("b", "a"), module("d"));
    story.when(Said.failed("a"));
    story.when(Said.skipped("b", "a"));
    story.when(Said.prepared("d"));
    return story;
  }

  private static Reopen again(EnlistedModule... modules) {
    return new Reopen(List.of(modules), "anna", null);
  }

  private static Recover recover(String module) {
    return new Recover(new ModuleId(module), PUBLISH, PUBLISHED);
  }
}
