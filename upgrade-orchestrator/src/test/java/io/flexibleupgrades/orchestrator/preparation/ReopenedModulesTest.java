package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.Story.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReopenedModulesTest {
  private static final EnlistedModule A = module("a");
  private static final EnlistedModule B = module("b", "a");
  private static final EnlistedModule C = module("c", "b");
  private static final EnlistedModule D = module("d");

  @Test
  @DisplayName("B43: all modules that are not prepared are opened, and no prepared one")
  void opensAllThatIsNotPrepared() {
    var left = afterFailureOfA();

    assertThat(ReopenedModules.all(left, now(A, B, C, D))).containsExactly(A, B, C);
  }

  @Test
  void opensNothingThatTheFactoryHasNoLonger() {
    var left = afterFailureOfA();

    assertThat(ReopenedModules.all(left, now(A, D))).containsExactly(A);
    assertThat(ReopenedModules.all(left, now(D))).isEmpty();
  }

  @Test
  @DisplayName("B43: a failed module that is named releases the modules skipped for it")
  void namingAFailedModuleReleasesItsConsumers() {
    var left = afterFailureOfA();

    assertThat(ReopenedModules.named(left, now(A, B, C, D), names("a"))).containsExactly(A, B, C);
  }

  @Test
  @DisplayName("B43: a skipped module is not released while another of its producers stays failed")
  void releasesNothingThatIsStillBlocked() {
    var e = module("e", "a", "d");
    var story = Story.dispatched(A, D, e);
    story.when(Said.failed("a"));
    story.when(Said.failed("d"));
    story.when(Said.skipped("e", "a"));

    assertThat(ReopenedModules.named(left(story), now(A, D, e), names("a"))).containsExactly(A);
    assertThat(ReopenedModules.named(left(story), now(A, D, e), names("a", "d")))
        .containsExactly(A, D, e);
  }

  @Test
  @DisplayName("B16: a module is not opened alone if a producer, direct or not, stays unprepared")
  void refusesWhatConsumesAnUnpreparedModule() {
    var left = afterFailureOfA();

    assertThatExceptionOfType(RejectedException.class)
        .isThrownBy(() -> ReopenedModules.named(left, now(A, B, C, D), names("c")))
        .withMessageContaining("would stay so: a, b.")
        .satisfies(e ->
            assertThat(e.facts())
                .containsEntry("producers", List.of(new ModuleId("a"), new ModuleId("b"))));
  }

  @Test
  @DisplayName("B17: a cycle is opened as a whole")
  void opensWholeCycles() {
    var x = module("x", "y");
    var y = module("y", "x");
    var story = Story.dispatched(x, y);
    story.when(Said.of("x", 1, Said.broken("x", FailureKind.COMPILE), Said.passed("y", "x")));

    assertThat(ReopenedModules.named(left(story), now(x, y), names("x"))).containsExactly(x, y);
  }

  @Test
  @DisplayName("B17: a cycle that only what is opened closes is opened as a whole, too")
  void opensCyclesThatCameUpMeanwhile() {
    var story = Story.dispatched(A, module("b", "a"));
    story.when(Said.prepared("a"));
    story.dispatch();
    story.when(Said.failed("b"));
    var a = module("a", "b");

    assertThat(ReopenedModules.named(left(story), now(a, B), names("a"))).containsExactly(a, B);
    assertThat(ReopenedModules.all(left(story), now(a, B))).containsExactly(B);
  }

  @Test
  @DisplayName("B31 B46: cancelled modules are opened with any other, as the factory has them now")
  void opensCancelledModulesToo() {
    var story = Story.dispatched(A, D);
    story.when(Said.failed("a"));
    story.when(new Cancel("anna", null));
    var d = Story.weighing(7, "d");

    assertThat(ReopenedModules.named(left(story), now(A, d), names("a"))).containsExactly(A, d);
    assertThat(ReopenedModules.named(left(story), now(A), names("a"))).containsExactly(A, D);
  }

  @Test
  @DisplayName("B43: a prepared module is opened if it is named and has changed since")
  void opensPreparedModulesOnlyIfTheyHaveChanged() {
    var left = afterFailureOfA();
    var changed = module("d", "b");

    assertThat(ReopenedModules.named(left, now(A, B, C, D), names("d"))).isEmpty();
    assertThat(ReopenedModules.named(left, now(A, B, C, changed), names("a", "d")))
        .containsExactly(A, B, C, changed);
  }

  @Test
  void namesThatThePlanDoesNotHaveOpenNothing() {
    var left = afterFailureOfA();

    assertThat(ReopenedModules.named(left, now(A, B, C, D), names("z"))).isEmpty();
  }

  private static Preparing afterFailureOfA() {
    var story = Story.dispatched(A, B, C, D);
    story.when(Said.failed("a"));
    story.when(Said.skipped("b", "a"));
    story.when(Said.skipped("c", "a"));
    story.when(Said.prepared("d"));
    return left(story);
  }

  private static Preparing left(Story story) {
    var left = story.state().progress();
    if (left == null) {
      throw new AssertionError("There is no plan.");
    }
    return left;
  }

  private static Map<ModuleId, EnlistedModule> now(EnlistedModule... modules) {
    var now = new HashMap<ModuleId, EnlistedModule>();
    Arrays.stream(modules).forEach(module -> now.put(module.module(), module));
    return now;
  }

  private static Set<ModuleId> names(String... modules) {
    var names = new TreeSet<ModuleId>();
    Arrays.stream(modules).map(ModuleId::new).forEach(names::add);
    return names;
  }
}
