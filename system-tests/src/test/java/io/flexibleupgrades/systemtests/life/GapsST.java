package io.flexibleupgrades.systemtests.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * SIGKILL between every two steps of an on-premises upgrade: the transaction that would append the
 * next step is held up, its process killed, and the upgrade ends as if undisturbed. A few of the
 * gaps are tried in every build, all with {@code -Dflexup.gaps=all}.
 */
@ExtendWith(SharedSystem.class)
class GapsST {
  private static final String ORCHESTRATOR = "upgrade-orchestrator";

  private final RunningSystem system;

  GapsST(RunningSystem system) {
    this.system = system;
  }

  static Stream<Gap> gaps() {
    var all =
        Stream.of(
            new Gap("platform-upgraded.v1", 1),
            new Gap("preparation-confirmed.v1", 1),
            new Gap("system-publish-started.v1", 1),
            new Gap("module-prepare-requested.v1", 1),
            new Gap("module-prepared.v1", 1),
            new Gap("module-published.v1", 1),
            new Gap("system-publish-started.v1", 2),
            new Gap("module-prepared.v1", 3),
            new Gap("module-published.v1", 2),
            new Gap("preparation-started.v1", 3),
            new Gap("upgrade-ended.v1", 1));
    return System.getProperty("flexup.gaps", "some").equals("all")
        ? all
        : all.filter(gap -> gap.wireName().equals("module-published.v1"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("gaps")
  @DisplayName("B9, B12, B25: killed between two steps, the tasks end as if undisturbed")
  void endsAsIfUndisturbed(Gap gap) throws Exception {
    var environment = "gap-" + gap;
    OnPremises.create(system, environment);

    Upgrade upgrade;
    try (var held = gap.hold(system, environment)) {
      upgrade = Upgrade.start(system, environment, RunningSystem.NEW_PLATFORM);
      var confirmation = Confirmation.of(system, upgrade);
      held.awaitReached();
      system.process(ORCHESTRATOR).kill();
      held.release();
      confirmation.given();
    }
    system.awaitReady();
    upgrade.watch().awaitEnd();

    assertThat(upgrade.status().path("state").asText()).isEqualTo("ready");
    assertThat(upgrade.status().path("prepared").asInt()).isEqualTo(OnPremises.MODULES);
    var journal = upgrade.journal();
    assertThat(journal.events(PreparationConfirmed.class)).hasSize(1);
    assertThat(journal.events(SystemPublishEnded.class)).hasSize(2);
    assertThat(journal.events(UpgradeEnded.class)).hasSize(1);
    assertThat(journal.events(ModulePublished.class))
        .extracting(published -> published.module().value())
        .containsExactly("ServiceCenter", "SystemComponents");
  }
}
