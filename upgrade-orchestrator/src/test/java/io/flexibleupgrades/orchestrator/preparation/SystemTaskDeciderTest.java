package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.events.SystemTask.SERVICE_CENTER;
import static io.flexibleupgrades.events.SystemTask.SYSTEM_COMPONENTS;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Begin;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Confirm;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.EndSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Refuse;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SystemTaskDeciderTest {
  private static final Confirm CONFIRM = new Confirm("anna");
  private static final EndSystemPublish END = new EndSystemPublish();

  @Test
  @DisplayName("B9: Service Center, then System Components, then the modules")
  void takesTheTasksInTheirOrder() {
    var story = awaiting(module("a"));

    assertThat(story.when(CONFIRM)).containsExactly("confirmed by anna");
    assertThat(story.when(begin(SERVICE_CENTER)))
        .containsExactly("publishing service-center as null");
    assertThat(story.when(END)).containsExactly("published service-center");
    assertThat(story.when(begin(SYSTEM_COMPONENTS)))
        .containsExactly("publishing system-components as null");
    assertThat(story.when(END)).containsExactly("published system-components");
    assertThat(story.dispatch()).isEmpty();
    assertThat(story.when(new Begin())).containsExactly("started");
    assertThat(story.dispatch()).containsExactly("compile a #1");
  }

  @Test
  @DisplayName("B10: no task begins before OK")
  void beginsNothingUnconfirmed() {
    var story = awaiting(module("a"));

    assertThat(story.when(begin(SERVICE_CENTER))).isEmpty();
    assertThat(story.when(new Begin())).isEmpty();
    assertThat(story.when(new Refuse("no"))).isEmpty();
    assertThat(UpgradeProgress.of(story.state()).state()).isEqualTo("awaiting-confirmation");
  }

  @Test
  @DisplayName("B9: a task begins when the one before it is done, and not twice")
  void beginsATaskOnceAndInTurn() {
    var story = awaiting(module("a"));
    story.when(CONFIRM);

    assertThat(story.when(END)).isEmpty();
    assertThat(story.when(begin(SYSTEM_COMPONENTS))).isEmpty();
    story.when(begin(SERVICE_CENTER));
    assertThat(story.when(begin(SERVICE_CENTER))).isEmpty();
    assertThat(story.when(begin(SYSTEM_COMPONENTS))).isEmpty();
    assertThat(story.when(new Begin())).isEmpty();
    story.when(END);
    assertThat(story.when(END)).isEmpty();
    assertThat(story.when(begin(SERVICE_CENTER))).isEmpty();
  }

  @Test
  @DisplayName("B13: agreeing again changes nothing, at any time until the end")
  void isConfirmedOnce() {
    var story = awaiting(module("a"));
    story.when(CONFIRM);

    assertThat(story.when(CONFIRM)).isEmpty();
    publishSystem(story);
    assertThat(story.when(CONFIRM)).isEmpty();
    story.dispatch();
    story.when(Said.prepared("a"));
    assertRejected(Rule.UPGRADE_ENDED, story);
  }

  @Test
  void thereIsNothingToConfirmBeforeThePlatformIsUpgraded() {
    assertRejected(Rule.NOT_AWAITING_CONFIRMATION, new Story());
    assertRejected(Rule.NOT_AWAITING_CONFIRMATION, Story.planned(module("a")));
  }

  @Test
  @DisplayName("B11: a system module that is not published refuses the preparation")
  void refusesWhenASystemModuleFails() {
    var story = awaiting(module("a"));
    story.when(CONFIRM);
    story.when(begin(SERVICE_CENTER));

    assertThat(story.when(new Refuse("It did not compile.")))
        .containsExactly("refused: It did not compile.");
    assertThat(UpgradeProgress.of(story.state()))
        .isEqualTo(new UpgradeProgress("error", 1, 0, 0, 0));
    assertThat(story.when(new Begin())).isEmpty();
    assertThat(story.when(END)).isEmpty();
  }

  @Test
  @DisplayName("B11: what is being prepared is no longer refused")
  void refusesNothingThatHasStarted() {
    var story = Story.started(module("a"));

    assertThat(story.when(new Refuse("late"))).isEmpty();
    assertThat(new Story().when(new Refuse("early"))).isEmpty();
  }

  @Test
  @DisplayName("B27: with nothing in scope the end follows the last task")
  void endsAtOnceWithoutModules() {
    var story = awaiting();
    story.when(CONFIRM);

    assertThat(publishSystem(story)).isEqualTo("ended 0 0 0");
  }

  private static Story awaiting(EnlistedModule... modules) {
    var story = Story.planned(modules);
    story.when(Story.FINISH_ON_PREMISES);
    return story;
  }

  private static String publishSystem(Story story) {
    story.when(begin(SERVICE_CENTER));
    story.when(END);
    story.when(begin(SYSTEM_COMPONENTS));
    story.when(END);
    return story.when(new Begin()).getLast();
  }

  private static BeginSystemPublish begin(SystemTask task) {
    return new BeginSystemPublish(task, null);
  }

  private static void assertRejected(Rule rule, Story story) {
    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> story.when(CONFIRM))
        .extracting(RejectedException::rule)
        .isEqualTo(rule);
  }
}
