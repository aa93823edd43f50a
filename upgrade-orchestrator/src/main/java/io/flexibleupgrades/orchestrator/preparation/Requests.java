package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** Words what a worker needs to know of a unit. */
final class Requests {
  private Requests() {}

  /** Returns the request of this unit to be compiled. */
  static ModulePrepareRequested compile(Preparing state, int unit, int attempt) {
    var modules = new ArrayList<RequestedModule>();
    for (int member : state.plan().members(unit)) {
      modules.add(requested(state, member));
    }
    return request(state, unit, attempt, modules, List.of());
  }

  /** Returns the request of this unit to be skipped. */
  static ModulePrepareRequested skip(
      Preparing state, int unit, int attempt, List<ModuleId> failedProducers) {
    var plan = state.plan();
    var modules = new ArrayList<RequestedModule>();
    for (int member : plan.members(unit)) {
      var module = plan.module(member);
      modules.add(
          new RequestedModule(module.module(), module.source(), List.of(), module.defect()));
    }
    return request(state, unit, attempt, modules, failedProducers);
  }

  private static ModulePrepareRequested request(
      Preparing state,
      int unit,
      int attempt,
      List<RequestedModule> modules,
      List<ModuleId> failedProducers) {
    var scope = state.scope();
    return new ModulePrepareRequested(
        scope.upgradeId(),
        scope.environment(),
        scope.plan().unitId(unit),
        attempt,
        scope.platform(),
        modules,
        failedProducers);
  }

  /** Returns the artifacts that a module is compiled against directly, by alphabet. */
  static List<ProducerArtifact> inputs(Preparing state, int member) {
    var plan = state.plan();
    var artifacts = new TreeMap<ModuleId, Digest>();
    for (int producer : plan.producersOfModule(member)) {
      int producerUnit = plan.unitOf(producer);
      if (producerUnit != plan.unitOf(member)) {
        for (int made : plan.members(producerUnit)) {
          artifacts.put(
              plan.module(made).module(),
              Objects.requireNonNull(state.settled().artifacts().get(made)));
        }
      }
    }
    var given = plan.module(member).given();
    if (given != null) {
      given.forEach(artifact -> artifacts.put(artifact.module(), artifact.artifact()));
    }
    var inputs = new ArrayList<ProducerArtifact>();
    artifacts.forEach((module, artifact) -> inputs.add(new ProducerArtifact(module, artifact)));
    return inputs;
  }

  private static RequestedModule requested(Preparing state, int member) {
    var module = state.plan().module(member);
    return new RequestedModule(
        module.module(),
        module.source(),
        inputs(state, member),
        module.defect(),
        module.options(),
        module.fresh());
  }
}
