package io.flexibleupgrades.orchestrator.environment;

import static io.flexibleupgrades.orchestrator.environment.Factories.after;
import static io.flexibleupgrades.orchestrator.environment.Factories.digest;
import static io.flexibleupgrades.orchestrator.environment.Factories.module;
import static io.flexibleupgrades.orchestrator.environment.Factories.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Import;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ImportedModule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EnlistmentTest {

  @Test
  @DisplayName("B5: only modules that run are in scope; the others are excluded, with the reason")
  void enlistsWhatRuns() {
    var state =
        after(
            running(module("b"), module("a")),
            new Import(List.of(module("z"), module("c")), false, true));

    var enlistment = Enlistment.of(state, Map.of());

    assertThat(enlistment.modules())
        .extracting(EnlistedModule::module)
        .containsExactly(new ModuleId("a"), new ModuleId("b"));
    assertThat(enlistment.excluded())
        .extracting(ExcludedModule::module)
        .containsExactly(new ModuleId("c"), new ModuleId("z"));
    assertThat(enlistment.excluded())
        .allSatisfy(excluded -> {
          assertThat(excluded.reason()).contains("never published").contains("adopted");
          assertThat(excluded.kind()).isEqualTo(ModuleKind.LIBRARY);
        });
  }

  @Test
  @DisplayName("B5: a producer that does not run is not waited for")
  void leavesOutProducersThatDoNotRun() {
    var state =
        after(
            new Import(List.of(module("stopped")), false, false),
            running(module("a", "stopped", "c"), module("c")));

    assertThat(Enlistment.of(state, Map.of()).modules().getFirst().producers())
        .containsExactly(new ModuleId("c"));
  }

  @Test
  void producersStandInAlphabeticalOrder() {
    var state = after(running(module("z"), module("m"), module("b"), module("a", "z", "b", "m")));

    assertThat(Enlistment.of(state, Map.of()).modules().getFirst().producers())
        .containsExactly(new ModuleId("b"), new ModuleId("m"), new ModuleId("z"));
  }

  @Test
  @DisplayName("B41: what stands against a module, or the producer it misses, is enlisted with it")
  void enlistsWithDefects() {
    var noSource =
        new ImportedModule(
            new ModuleId("empty"), ModuleKind.LIBRARY, List.of(), null, 0, "It has no source.");
    var state = after(running(noSource, module("lost", "nobody"), module("sound")));

    var modules = Enlistment.of(state, Map.of()).modules();

    assertThat(modules).hasSize(3);
    assertThat(modules.get(0).defect()).isEqualTo("It has no source.");
    assertThat(modules.get(1).defect()).contains("'nobody'");
    assertThat(modules.get(2).defect()).isNull();
  }

  @Test
  void theWeightIsTheRecordedCompileTimeOrElseComesFromTheSize() {
    var tiny =
        new ImportedModule(
            new ModuleId("tiny"), ModuleKind.LIBRARY, List.of(), digest("tiny"), 0, null);
    var state = after(running(module("new"), module("recorded"), tiny));

    var modules =
        Enlistment.of(state, Map.of(new ModuleId("recorded"), Duration.ofMillis(1_234))).modules();

    assertThat(modules).extracting(EnlistedModule::weight).containsExactly(50L, 1_234L, 1L);
  }

  @Test
  void anEmptyFactoryHasNothingInScope() {
    assertThat(Enlistment.of(after(), Map.of())).isEqualTo(new Enlistment(List.of(), List.of()));
  }
}
