package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentEvolution;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.preparation.PreparationEvolution;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is remembered of one environment: its state, what is open in it, its latest upgrade, and the
 * few other preparations that were used last.
 */
record Remembered(
    Folded<EnvironmentState> environment, Map<UpgradeId, Folded<PreparationState>> preparations) {
  static final Remembered NOTHING =
      new Remembered(new Folded<>(EnvironmentEvolution.initial(), 0, null), Map.of());

  static final int MOST_ENDED = 16;

  Folded<PreparationState> preparation(UpgradeId id) {
    return preparations.getOrDefault(id, new Folded<>(PreparationEvolution.initial(), 0, null));
  }

  /** Returns what is remembered after a session that was committed. */
  Remembered after(Folded<EnvironmentState> now, Map<UpgradeId, Folded<PreparationState>> used) {
    var all = new LinkedHashMap<>(preparations);
    used.forEach((id, folded) -> {
      all.remove(id);
      if (folded.sequence() > 0) {
        all.put(id, folded);
      }
    });
    int surplus = -MOST_ENDED;
    for (var id : all.keySet()) {
      surplus += isInUse(now.state(), id) ? 0 : 1;
    }
    var longestUnused = all.keySet().iterator();
    while (surplus > 0) {
      if (!isInUse(now.state(), longestUnused.next())) {
        longestUnused.remove();
        surplus--;
      }
    }
    return new Remembered(now, Collections.unmodifiableMap(all));
  }

  private static boolean isInUse(EnvironmentState environment, UpgradeId preparation) {
    return environment instanceof Known known
        && (known.publishes().containsKey(new PublishId(preparation.value()))
            || (known.latestUpgrade() != null && known.latestUpgrade().id().equals(preparation)));
  }
}
