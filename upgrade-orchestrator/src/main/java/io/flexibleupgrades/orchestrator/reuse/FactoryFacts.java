package io.flexibleupgrades.orchestrator.reuse;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the plan of a publish follows from.
 *
 * @param artifacts of the modules for the platform to publish for
 * @param preparations what each preparation came to, null if it has no plan
 * @param compileTimes recorded before, for the modules that have one
 * @param missing artifacts that the store has lost, or has with other bytes
 */
public record FactoryFacts(
    PreparedArtifacts artifacts,
    Function<UpgradeId, @Nullable Preparing> preparations,
    Map<ModuleId, Duration> compileTimes,
    Set<Digest> missing) {
  public FactoryFacts {
    compileTimes = Map.copyOf(compileTimes);
    missing = Set.copyOf(missing);
  }

  Known environment() {
    return artifacts.environment();
  }
}
