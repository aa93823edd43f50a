package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.Story.ENVIRONMENT;
import static io.flexibleupgrades.orchestrator.preparation.Story.FINISH;
import static io.flexibleupgrades.orchestrator.preparation.Story.FINISH_ON_PREMISES;
import static io.flexibleupgrades.orchestrator.preparation.Story.NEW;
import static io.flexibleupgrades.orchestrator.preparation.Story.OLD;
import static io.flexibleupgrades.orchestrator.preparation.Story.UPGRADE;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FailPlatformUpgrade;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlatformStepTest {
  @Test
  @DisplayName("B7: nothing is requested before the platform upgrade is recorded as finished")
  void requestsNothingBeforeThePlatformIsUpgraded() {
    var story = Story.planned(module("a"));

    assertThat(story.dispatch()).isEmpty();
    assertThat(story.when(FINISH)).containsExactly("platform upgraded to 11.9.0", "started");
    assertThat(story.dispatch()).containsExactly("compile a #1");
  }

  @Test
  @DisplayName("B8: in a cloud environment the preparation starts by itself")
  void startsByItself() {
    var events = Story.planned(module("a"), module("b")).events(FINISH);

    assertThat(events.getFirst())
        .isEqualTo(new PlatformUpgraded(UPGRADE, ENVIRONMENT, OLD, NEW, 2));
    assertThat(events).hasSize(2);
  }

  @Test
  @DisplayName("B9: on premises nothing starts before the operator confirms")
  void waitsForTheConfirmation() {
    var story = Story.planned(module("a"));

    assertThat(story.when(FINISH_ON_PREMISES)).containsExactly("platform upgraded to 11.9.0");
    assertThat(story.dispatch()).isEmpty();
  }

  @Test
  @DisplayName("B27: nothing in scope ends at once as a success")
  void endsAtOnceWhenNothingIsInScope() {
    var story = Story.planned();

    assertThat(story.when(FINISH))
        .containsExactly("platform upgraded to 11.9.0", "started", "ended 0 0 0");
    assertThat(UpgradeProgress.of(story.state()))
        .isEqualTo(new UpgradeProgress("ready", 0, 0, 0, 0));
  }

  @Test
  void aFailedPlatformUpgradeEndsWithoutPreparingAnything() {
    var story = Story.planned(module("a"));

    assertThat(story.when(new FailPlatformUpgrade("The store is full.")))
        .containsExactly("platform upgrade failed: The store is full.");
    assertThat(UpgradeProgress.of(story.state()))
        .isEqualTo(new UpgradeProgress("error", 0, 0, 0, 0));
    assertThat(story.when(FINISH)).isEmpty();
    assertThat(story.dispatch()).isEmpty();
  }

  @Test
  @DisplayName("B13: finishing the platform upgrade again does nothing new")
  void finishesOnce() {
    var story = Story.started(module("a"));

    assertThat(story.when(FINISH)).isEmpty();
    assertThat(story.when(new FailPlatformUpgrade("late"))).isEmpty();
  }

  @Test
  void finishingWithoutAPlanDecidesNothing() {
    assertThat(new Story().when(FINISH)).isEmpty();
    assertThat(new Story().when(new FailPlatformUpgrade("early"))).isEmpty();
  }

  @Test
  void thePlanIsFrozenOnce() {
    var story = Story.planned(module("a"));

    assertThat(story.when(enlist(List.of(module("b")), List.of()))).isEmpty();
  }

  @Test
  @DisplayName("B5: what is not in scope is listed with its reason, and requested never")
  void enlistsInChunksOfFiveHundred() {
    var modules = IntStream.range(0, 1_001).mapToObj(i -> module("m" + (1_000 + i))).toList();
    var excluded =
        IntStream.range(0, 501)
            .mapToObj(i -> new ModuleId("x" + i))
            .map(name -> new ExcludedModule(name, ModuleKind.LIBRARY, "It does not run."))
            .toList();
    var story = new Story();

    var events = story.events(enlist(modules, excluded));

    assertThat(events.stream().map(Told::of))
        .containsExactly(
            "enlisted 500", "enlisted 500", "enlisted 1", "excluded 500", "excluded 1");
    assertThat(
            events.stream()
                .filter(ModulesEnlisted.class::isInstance)
                .flatMap(event -> ((ModulesEnlisted) event).modules().stream()))
        .isEqualTo(modules);
    story.when(FINISH);
    assertThat(story.when(new PreparationCommand.Dispatch(5_000))).hasSize(1_001);
  }

  private static Enlist enlist(List<EnlistedModule> modules, List<ExcludedModule> excluded) {
    return new Enlist(UPGRADE, ENVIRONMENT, modules, excluded);
  }
}
