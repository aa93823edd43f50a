package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Create;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Import;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ImportedModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.StartUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** An environment on 11.8.0, and what operators ask of it. */
final class Factories {
  static final EnvironmentName PROD = new EnvironmentName("prod");
  static final Platform OLD = platform("11.8.0");
  static final Platform NEW = platform("11.9.0");
  static final Eligibility SEED = new Eligibility(11, new PlatformVersion("11.9"));
  static final UpgradeId FIRST = new UpgradeId(new UUID(0, 1));
  static final UpgradeId SECOND = new UpgradeId(new UUID(0, 2));
  static final Create CREATE =
      new Create(PROD, EnvironmentKind.CLOUD, "enterprise", OLD, LockPolicy.ENVIRONMENT);

  private Factories() {}

  /** Returns the environment after these commands. */
  static Known after(EnvironmentCommand... commands) {
    EnvironmentState state = EnvironmentEvolution.initial();
    state = evolved(state, EnvironmentDecider.decide(PROD, CREATE, state));
    for (var command : commands) {
      state = evolved(state, EnvironmentDecider.decide(PROD, command, state));
    }
    return EnvironmentDecider.known(PROD, state);
  }

  static EnvironmentState evolved(EnvironmentState before, List<EnvironmentEvent> events) {
    var state = before;
    for (var event : events) {
      state = EnvironmentEvolution.evolve(state, event);
    }
    return state;
  }

  static StartUpgrade start(UpgradeId id, Platform to) {
    return new StartUpgrade(id, to, SEED, "operator");
  }

  /** Returns the import of a whole factory whose modules run already. */
  static Import running(ImportedModule... modules) {
    return new Import(List.of(modules), true, true);
  }

  static ImportedModule module(String name, String... producers) {
    return new ImportedModule(
        new ModuleId(name),
        ModuleKind.LIBRARY,
        Arrays.stream(producers).map(ModuleId::new).toList(),
        digest(name),
        5_000,
        null);
  }

  static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Platform platform(String version) {
    return new Platform(new PlatformVersion(version), digest(version));
  }
}
