package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.RequestedModule;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/** Words what a worker needs to know of a unit. */
final class Requests {
  private Requests() {}

  /** Returns the request of this unit to be compiled. */
  static ModulePrepareRequested compile(Preparing state, int unit, int attempt) {
    var modules =
        Arrays.stream(state.plan().members(unit))
            .mapToObj(member -> requested(state, unit, member))
            .toList();
    return request(state, unit, attempt, modules, List.of());
  }

  /** Returns the request of this unit to be skipped. */
  static ModulePrepareRequested skip(
      Preparing state, int unit, int attempt, List<ModuleId> failedProducers) {
    var plan = state.plan();
    var modules =
        Arrays.stream(plan.members(unit))
            .mapToObj(plan::module)
            .map(m -> new RequestedModule(m.module(), m.source(), List.of(), m.defect()))
            .toList();
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

  private static RequestedModule requested(Preparing state, int unit, int member) {
    var plan = state.plan();
    var producers = new TreeSet<Integer>();
    for (int producer : plan.producersOfModule(member)) {
      int producerUnit = plan.unitOf(producer);
      if (producerUnit != unit) {
        Arrays.stream(plan.members(producerUnit)).forEach(producers::add);
      }
    }
    var module = plan.module(member);
    return new RequestedModule(
        module.module(),
        module.source(),
        producers.stream()
            .map(producer ->
                new ProducerArtifact(
                    plan.module(producer).module(),
                    Objects.requireNonNull(state.settled().artifacts().get(producer))))
            .toList(),
        module.defect());
  }
}
