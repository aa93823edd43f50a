package io.flexibleupgrades.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RandomRunTest {
  static final int SEEDS = 700;

  @Test
  @DisplayName(
      "B16 B17 B27 B31 B35 B36 B37 B39 B48: every random run ends as the graph and the modules'"
          + " natures have it")
  void endsAsTheOracleSaysWhateverIsLostDoubledOrLate() {
    var happened = new HashMap<Class<?>, Integer>();
    for (long seed = 0; seed < SEEDS; seed++) {
      try {
        var log = new SimulatedRun(seed, PreparationDecider::decide).run();
        log.forEach(event -> happened.merge(event.getClass(), 1, Integer::sum));
      } catch (RuntimeException e) {
        throw new AssertionError("seed %d: %s".formatted(seed, e.getMessage()), e);
      }
    }

    assertThat(happened).containsEntry(PreparationEnded.class, SEEDS);
    assertThat(atLeast(1_000, happened))
        .contains(
            ModulePrepared.class,
            ModuleFailed.class,
            ModuleSkipped.class,
            PrepareAttemptFailed.class);
  }

  private static List<Class<?>> atLeast(int times, Map<Class<?>, Integer> happened) {
    return happened.entrySet().stream()
        .filter(entry -> entry.getValue() >= times)
        .<Class<?>>map(Map.Entry::getKey)
        .toList();
  }
}
