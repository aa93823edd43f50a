package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Deciders that request the wrong units. */
final class DispatchMutants {
  private DispatchMutants() {}

  /** Requests consumers as soon as the first of their producers is prepared. */
  static List<PreparationEvent> notWaiting(PreparationCommand command, PreparationState state) {
    var events = new ArrayList<>(PreparationDecider.decide(command, state));
    if (command instanceof Report(var outcome)
        && state instanceof Preparing p
        && events.stream().anyMatch(ModulePrepared.class::isInstance)) {
      int prepared = Objects.requireNonNull(p.plan().unit(outcome.unit()));
      for (int consumer : p.plan().consumers(prepared)) {
        if (isWaiting(p, consumer)) {
          events.add(request(p, consumer));
        }
      }
    }
    return events;
  }

  static List<PreparationEvent> ignoringRoom(PreparationCommand command, PreparationState state) {
    return PreparationDecider.decide(
        command instanceof Dispatch(int room) ? new Dispatch(room + 1) : command, state);
  }

  /** Requests as many units as there is room for, but from the wrong end. */
  static List<PreparationEvent> shortestFirst(PreparationCommand command, PreparationState state) {
    if (!(command instanceof Dispatch(int room))) {
      return PreparationDecider.decide(command, state);
    }
    var all = PreparationDecider.decide(new Dispatch(Integer.MAX_VALUE), state).reversed();
    return all.subList(0, Math.min(room, all.size()));
  }

  private static boolean isWaiting(Preparing state, int unit) {
    var plan = state.plan();
    return state.open().get(unit) == null
        && !state.settled().contains(plan.members(unit)[0])
        && !state.ready().ranks().contains(plan.rank(unit));
  }

  private static ModulePrepareRequested request(Preparing state, int unit) {
    var modules =
        Arrays.stream(state.plan().members(unit))
            .mapToObj(state.plan()::module)
            .map(m ->
                new RequestedModule(
                    m.module(),
                    m.source(),
                    Objects.requireNonNullElse(m.given(), List.of()),
                    m.defect(),
                    m.options(),
                    m.fresh()))
            .toList();
    return new ModulePrepareRequested(
        Story.UPGRADE,
        Story.ENVIRONMENT,
        state.plan().unitId(unit),
        state.scope().firstAttempt(),
        Story.NEW,
        modules,
        List.of());
  }
}
