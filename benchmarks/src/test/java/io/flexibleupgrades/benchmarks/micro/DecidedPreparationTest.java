package io.flexibleupgrades.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import org.junit.jupiter.api.Test;

class DecidedPreparationTest {
  private static final int MODULES = 300;

  @Test
  void requestsAndPreparesEveryModuleOnce() {
    var events = new DecidedPreparation(EnlistedFactory.of(MODULES)).events();

    assertThat(events.stream().filter(ModulePrepareRequested.class::isInstance)).hasSize(MODULES);
    assertThat(events.stream().filter(ModulePrepared.class::isInstance)).hasSize(MODULES);
    assertThat(events.getLast()).isInstanceOf(PreparationEnded.class);
  }

  @Test
  void hasFiveProducersForEachModule() {
    var edges = EnlistedFactory.of(MODULES).stream().mapToInt(m -> m.producers().size()).sum();

    assertThat(edges).isEqualTo((MODULES - 5) * 5 + 1 + 2 + 3 + 4);
  }
}
