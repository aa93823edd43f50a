package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The units that a preparation again can only skip, because modules they consume stay failed. No
 * failure will come that makes them be skipped, so it is asked for when the preparation starts.
 */
final class BlockedUnits {
  private final Preparing state;
  private final TreeMap<Integer, List<ModuleId>> causes = new TreeMap<>();

  private BlockedUnits(Preparing state) {
    this.state = state;
  }

  /** Returns the requests to skip them, none in a preparation that starts for the first time. */
  static List<PreparationEvent> skips(Preparing state) {
    var settled = state.settled();
    var blocked = new BlockedUnits(state);
    blocked.findBehind(settled.failed());
    if (!settled.skipped().isEmpty()) {
      // What a module was skipped for may be prepared by now, and the module no longer there.
      var known = blocked.causes.keySet().toArray(Integer[]::new);
      var behindSkipped = new BlockedUnits(state);
      behindSkipped.findBehind(settled.skipped());
      behindSkipped.causes.keySet().removeAll(List.of(known));
      blocked.causes.putAll(behindSkipped.causes);
    }
    var skips = new ArrayList<PreparationEvent>();
    blocked.causes.forEach((unit, modules) ->
        skips.add(Requests.skip(state, unit, state.scope().firstAttempt(), modules)));
    return skips;
  }

  private void findBehind(Collection<Integer> modules) {
    for (int module : modules) {
      var cause = state.plan().module(module).module();
      var seen = new BitSet();
      var next = new ArrayDeque<Integer>();
      next.add(state.plan().unitOf(module));
      while (!next.isEmpty()) {
        for (int consumer : state.plan().consumers(next.remove())) {
          var members = state.plan().members(consumer);
          if (!seen.get(consumer) && !state.settled().arePrepared(members)) {
            seen.set(consumer);
            next.add(consumer);
            if (!state.settled().contains(members[0])) {
              causes.computeIfAbsent(consumer, _ -> new ArrayList<>()).add(cause);
            }
          }
        }
      }
    }
  }
}
