package io.flexibleupgrades.orchestrator.environment;

import static io.flexibleupgrades.orchestrator.environment.Factories.FIRST;
import static io.flexibleupgrades.orchestrator.environment.Factories.NEW;
import static io.flexibleupgrades.orchestrator.environment.Factories.OLD;
import static io.flexibleupgrades.orchestrator.environment.Factories.PROD;
import static io.flexibleupgrades.orchestrator.environment.Factories.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Unknown;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvironmentEvolutionTest {
  private static final ModuleId A = new ModuleId("a");
  private static final EnvironmentCreated CREATED =
      new EnvironmentCreated(
          PROD, EnvironmentKind.CLOUD, "enterprise", OLD, LockPolicy.ENVIRONMENT);
  private static final List<EnvironmentEvent> EVENTS =
      List.of(
          CREATED,
          registered("a"),
          registered("A"),
          new ModuleChanged(PROD, A, ModuleKind.LIBRARY, List.of(A), null, 0, "broken"),
          new ModuleAdopted(PROD, A, OLD.version(), digest("a")),
          new ModuleAdopted(PROD, new ModuleId("nobody"), OLD.version(), null),
          new UpgradeStarted(PROD, FIRST, OLD, NEW, "operator"),
          new UpgradeEnded(PROD, FIRST, UpgradeResult.READY, NEW));

  @Test
  void neverThrowsInWhateverOrderEventsWereStored() {
    for (int seed = 0; seed < 500; seed++) {
      var random = new Random(seed);
      assertThatCode(
              () -> {
                var state = EnvironmentEvolution.initial();
                for (int k = 0; k < 20; k++) {
                  state =
                      EnvironmentEvolution.evolve(state, EVENTS.get(random.nextInt(EVENTS.size())));
                }
              })
          .as("seed %s", seed)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void nothingIsKnownOfAnEnvironmentBeforeItIsCreated() {
    EnvironmentState state = EnvironmentEvolution.initial();

    for (var event : EVENTS.subList(1, EVENTS.size())) {
      state = EnvironmentEvolution.evolve(state, event);
    }

    assertThat(state).isEqualTo(new Unknown());
  }

  @Test
  void aModuleIsFoundByItsNameInAnyCase() {
    var state = (Known) Factories.evolved(new Unknown(), List.of(CREATED, registered("Billing")));

    assertThat(state.registeredAs(new ModuleId("bILLing"))).isEqualTo(new ModuleId("Billing"));
    assertThat(state.registeredAs(A)).isNull();
  }

  @Test
  void theStateBeforeAnEventStaysAsItWas() {
    var before = EnvironmentEvolution.evolve(new Unknown(), CREATED);

    var after = EnvironmentEvolution.evolve(before, registered("a"));

    assertThat(((Known) before).modules()).isEmpty();
    assertThat(((Known) after).modules()).containsOnlyKeys(A);
  }

  private static ModuleRegistered registered(String name) {
    return new ModuleRegistered(
        PROD, new ModuleId(name), ModuleKind.LIBRARY, List.of(), digest(name), 1, null);
  }
}
