package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.orchestrator.environment.Enlistment;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import io.flexibleupgrades.orchestrator.reuse.PreparedArtifacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The modules of an ended preparation as the factory has them now. */
record ModulesNow(Known environment, Preparing left, Map<ModuleId, Duration> compileTimes) {

  /** Returns those that the factory still has. */
  Map<ModuleId, EnlistedModule> all() {
    var modules = new HashMap<ModuleId, EnlistedModule>();
    for (int number = 0; number < left.plan().moduleCount(); number++) {
      var module = left.plan().module(number).module();
      var registered = environment.modules().get(module);
      if (registered != null) {
        modules.put(module, now(Enlistment.enlisted(environment, registered, compileTimes)));
      }
    }
    return modules;
  }

  /**
   * Producers that run since after the plan was frozen were published: their artifacts are given.
   */
  private EnlistedModule now(EnlistedModule module) {
    var producers = new ArrayList<ModuleId>();
    var given = new ArrayList<ProducerArtifact>();
    var artifacts = new PreparedArtifacts(environment, left, left.scope().platform());
    for (var producer : module.producers()) {
      if (left.plan().module(producer) != null) {
        producers.add(producer);
      } else {
        var registered = environment.modules().get(producer);
        var made = registered == null ? null : artifacts.of(registered);
        if (made != null) {
          given.add(new ProducerArtifact(producer, made.artifact()));
        }
      }
    }
    return new EnlistedModule(
        module.module(),
        module.kind(),
        producers,
        module.source(),
        module.weight(),
        module.defect(),
        module.options(),
        given.isEmpty() ? null : List.copyOf(given),
        null);
  }
}
