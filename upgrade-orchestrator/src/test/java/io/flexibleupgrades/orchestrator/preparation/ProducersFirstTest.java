package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.Said.artifact;
import static io.flexibleupgrades.orchestrator.preparation.Said.ok;
import static io.flexibleupgrades.orchestrator.preparation.Said.prepared;
import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static io.flexibleupgrades.orchestrator.preparation.Story.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProducersFirstTest {

  @Test
  @DisplayName("B16: a module is requested only after all its producers are prepared")
  void requestsAConsumerAfterTheLastOfItsProducers() {
    var story = Story.started(module("a"), module("b"), module("c", "a", "b"));

    assertThat(story.dispatch()).containsExactlyInAnyOrder("compile a #1", "compile b #1");
    assertThat(story.when(prepared("b"))).containsExactly("prepared b #1");
    assertThat(story.dispatch()).isEmpty();
    assertThat(story.when(prepared("a"))).containsExactly("prepared a #1");
    assertThat(story.dispatch()).containsExactly("compile c #1");
    assertThat(story.when(prepared("c"))).containsExactly("prepared c #1", "ended 3 0 0");
  }

  @Test
  @DisplayName("B16: a consumer of a cycle waits for every member of it")
  void requestsAConsumerAfterTheWholeCycle() {
    var story = Story.dispatched(module("a", "b"), module("b", "a"), module("c", "b"));

    assertThat(story.when(Said.of("a", 1, ok("a", 1), ok("b", 1))))
        .containsExactly("prepared a #1", "prepared b #1");
    assertThat(story.dispatch()).containsExactly("compile c #1");
  }

  @Test
  @DisplayName("B14: a request names the new platform, the source and the producers' new artifacts")
  void requestsWithWhatTheProducersBecame() {
    var story = Story.dispatched(module("a", "b"), module("b", "a"), module("c", "b"));
    story.when(Said.of("a", 1, ok("a", 1), ok("b", 1)));

    var events = story.events(new Dispatch(1));

    assertThat(events).hasSize(1);
    var request = (ModulePrepareRequested) events.getFirst();
    assertThat(request.platform()).isEqualTo(Story.NEW);
    assertThat(request.modules())
        .containsExactly(
            new RequestedModule(
                new ModuleId("c"),
                module("c").source(),
                List.of(
                    new ProducerArtifact(new ModuleId("a"), artifact("a", 1)),
                    new ProducerArtifact(new ModuleId("b"), artifact("b", 1))),
                null));
  }

  @Test
  @DisplayName("B14: a prepared module says with which platform it was compiled")
  void keepsWhatTheWorkerReported() {
    var story = Story.dispatched(module("a"));

    assertThat(story.events(prepared("a")))
        .contains(
            new ModulePrepared(
                Story.UPGRADE,
                Story.ENVIRONMENT,
                new ModuleId("a"),
                1,
                artifact("a", 1),
                1_000,
                Story.NEW,
                Duration.ofMillis(80),
                CompilerOutput.silent()));
  }

  @Test
  @DisplayName("B41: what stands against a module goes with its request, and stops no other")
  void requestsAModuleWithADefectAllTheSame() {
    var bad =
        new EnlistedModule(
            new ModuleId("bad"), ModuleKind.LIBRARY, List.of(), null, 1, "It has no source.");
    var story = Story.started(bad, module("good"));

    var events = story.events(new Dispatch(10));

    assertThat(events.stream().map(Told::of))
        .containsExactlyInAnyOrder("compile bad #1", "compile good #1");
    assertThat(events)
        .extracting(event -> ((ModulePrepareRequested) event).modules().getFirst().defect())
        .containsExactlyInAnyOrder("It has no source.", null);
  }

  @Test
  void theLongestWayStillAheadIsRequestedFirst() {
    var story =
        Story.started(
            weighing(3, "alone"),
            weighing(1, "root"),
            weighing(5, "middle", "root"),
            weighing(2, "leaf", "root"));

    assertThat(story.dispatch()).containsExactly("compile root #1", "compile alone #1");
    story.when(prepared("root"));
    assertThat(story.dispatch()).containsExactly("compile middle #1", "compile leaf #1");
  }

  @Test
  void noMoreIsRequestedThanThereIsRoomFor() {
    var story = Story.started(weighing(3, "a"), weighing(2, "b"), weighing(1, "c"));

    assertThat(story.when(new Dispatch(0))).isEmpty();
    assertThat(story.when(new Dispatch(2))).containsExactly("compile a #1", "compile b #1");
    assertThat(((Preparing) story.state()).compiling()).isEqualTo(2);
    assertThat(((Preparing) story.state()).hasReady()).isTrue();
    assertThat(story.when(new Dispatch(2))).containsExactly("compile c #1");
    assertThat(((Preparing) story.state()).hasReady()).isFalse();
    assertThat(story.when(new Dispatch(2))).isEmpty();
  }

  @Test
  void aSettledUnitTakesNoRoom() {
    var story = Story.dispatched(module("a"), module("b"), module("c", "a"));

    story.when(Said.failed("a"));

    assertThat(((Preparing) story.state()).compiling()).isEqualTo(1);
  }
}
