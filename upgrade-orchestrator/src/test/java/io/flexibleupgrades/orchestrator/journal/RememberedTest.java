package io.flexibleupgrades.orchestrator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.orchestrator.environment.EnvironmentEvolution;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private static final EnvironmentName PROD = new EnvironmentName("prod");
  private static final Platform PLATFORM =
      new Platform(new PlatformVersion("11.9.0"), Digest.of(new byte[] {1}));

  private Remembered remembered = Remembered.NOTHING;

  @Test
  void keepsWhatIsOpenAndTheLatestUpgradeAndOnlyAFewOthers() {
    after(
        new EnvironmentCreated(
            PROD, EnvironmentKind.CLOUD, "enterprise", PLATFORM, LockPolicy.ENVIRONMENT),
        id(0));
    for (int i = 1; i <= 50; i++) {
      after(new UpgradeStarted(PROD, id(i), PLATFORM, PLATFORM, "test"), id(i));
      after(new UpgradeEnded(PROD, id(i), UpgradeResult.READY, PLATFORM), id(i));
    }
    for (int i = 101; i <= 120; i++) {
      after(start(i), id(i));
    }
    for (int i = 201; i <= 300; i++) {
      after(start(i), id(i));
      after(new PublishEnded(PROD, new PublishId(id(i).value()), 1, 0, 0), id(i));
    }

    assertThat(remembered.preparations())
        .hasSize(Remembered.MOST_ENDED + 21)
        .containsKeys(id(50), id(101), id(120), id(300), id(285))
        .doesNotContainKeys(id(49), id(284));
    assertThat(remembered.preparation(id(1)).sequence()).isZero();
  }

  private void after(EnvironmentEvent event, UpgradeId used) {
    var before = remembered.environment();
    remembered =
        remembered.after(
            before.then(EnvironmentEvolution.evolve(before.state(), event)),
            Map.of(used, new Folded<>(new PreparationState.NotStarted(), 1, null)));
  }

  private static PublishStarted start(int number) {
    return new PublishStarted(
        PROD, new PublishId(id(number).value()), PLATFORM, List.of(), null, "test");
  }

  private static UpgradeId id(int number) {
    return new UpgradeId(new UUID(0, number));
  }
}
