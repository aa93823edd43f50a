package io.flexibleupgrades.orchestrator.deployment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.Setting;
import java.util.List;

/**
 * What is to run of a module.
 *
 * @param number in the environment; a larger one is a later one
 * @param artifact digest under which the store keeps it
 * @param producers the modules that it consumes directly
 * @param settings of the module
 */
public record Release(
    EnvironmentName environment,
    ModuleId module,
    long number,
    PublishId publish,
    Platform platform,
    Digest artifact,
    List<ModuleId> producers,
    List<Setting> settings) {
  public Release {
    producers = List.copyOf(producers);
    settings = List.copyOf(settings);
  }
}
