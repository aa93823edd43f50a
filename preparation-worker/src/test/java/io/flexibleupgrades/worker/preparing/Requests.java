package io.flexibleupgrades.worker.preparing;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests as the orchestrator makes them. */
public final class Requests {
  private Requests() {}

  /** Returns a request for a unit of these modules. */
  public static ModulePrepareRequested of(Digest platform, RequestedModule... modules) {
    return new ModulePrepareRequested(
        new UpgradeId(UUID.randomUUID()),
        new EnvironmentName("prod"),
        new UnitId(modules[0].module().value()),
        1,
        new Platform(new PlatformVersion("11.9.0"), platform),
        List.of(modules),
        List.of());
  }

  static ModulePrepareRequested of(RequestedModule... modules) {
    return of(Digest.of(new byte[0]), modules);
  }

  public static RequestedModule module(
      String name, @Nullable Digest source, ProducerArtifact... producers) {
    return new RequestedModule(new ModuleId(name), source, List.of(producers), null);
  }

  static RequestedModule defective(String name, String defect) {
    return new RequestedModule(new ModuleId(name), null, List.of(), defect);
  }
}
