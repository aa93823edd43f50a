package io.flexibleupgrades.orchestrator.reuse;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleToPublish;
import java.util.List;
import java.util.Set;

/**
 * What a publish does.
 *
 * @param modules to deploy, in alphabetical order, each with why it is reused or compiled
 * @param made modules to compile: of those to deploy, and producers whose artifacts are no longer
 *     valid; in alphabetical order
 * @param relied artifacts that are deployed or compiled against as they are
 */
public record PublishPlan(
    List<ModuleToPublish> modules, List<EnlistedModule> made, Set<Digest> relied) {
  public PublishPlan {
    modules = List.copyOf(modules);
    made = List.copyOf(made);
    relied = Set.copyOf(relied);
  }
}
