package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which modules have to be opened so that the wanted ones can be prepared. What is opened may
 * consume other modules than before, so the cycles are looked for until there is none in which only
 * some modules are open.
 */
final class Openings {
  private static final int MOST_NAMES = 20;

  private final Preparing left;
  private final Map<ModuleId, EnlistedModule> now;
  private final BitSet asked;
  private final BitSet open = new BitSet();

  Openings(Preparing left, Map<ModuleId, EnlistedModule> now, BitSet wanted) {
    this.left = left;
    this.now = now;
    asked = wanted;
    open.or(wanted);
    for (int module = 0; module < left.plan().moduleCount(); module++) {
      if (!left.settled().contains(module)) {
        open.set(module);
      }
    }
  }

  /** Returns the wanted modules and those that are in a cycle with them. */
  List<EnlistedModule> all() {
    BitSet before;
    do {
      before = (BitSet) open.clone();
      complete(open, plan(open));
    } while (!open.equals(before));
    return opened();
  }

  /**
   * Returns the wanted modules, those in a cycle with them, and the skipped ones that they release.
   *
   * @throws RejectedException if one of them consumes a module that would stay unprepared
   */
  List<EnlistedModule> named() {
    BitSet before;
    PreparationPlan plan;
    do {
      before = (BitSet) open.clone();
      plan = plan(open);
      complete(asked, plan);
      complete(open, plan);
      release();
    } while (!open.equals(before));
    requireProducers(plan);
    return opened();
  }

  private PreparationPlan plan(BitSet changed) {
    var definitions = new HashMap<Integer, EnlistedModule>();
    changed.stream().forEach(module -> definitions.put(module, definition(module)));
    return ReopenedModules.plan(left.plan(), definitions);
  }

  private EnlistedModule definition(int module) {
    var before = left.plan().module(module);
    return now.getOrDefault(before.module(), before);
  }

  private List<EnlistedModule> opened() {
    return open.stream().mapToObj(this::definition).toList();
  }

  /** A cycle is compiled as a whole: with one member, all are open. */
  private static void complete(BitSet modules, PreparationPlan plan) {
    var units = new BitSet();
    modules.stream().forEach(module -> units.set(plan.unitOf(module)));
    for (int unit = units.nextSetBit(0); unit >= 0; unit = units.nextSetBit(unit + 1)) {
      for (int member : plan.members(unit)) {
        modules.set(member);
      }
    }
  }

  /** Asks for the skipped modules that nothing stands against any more, producers first. */
  private void release() {
    var skipped = new BitSet();
    left.settled().skipped().stream()
        .filter(module -> now.containsKey(left.plan().module(module).module()))
        .forEach(skipped::set);
    var changed = (BitSet) open.clone();
    changed.or(asked);
    changed.or(skipped);
    skipped.andNot(open);
    skipped.andNot(asked);
    open.or(asked);
    var plan = plan(changed);
    var blocked = new BitSet();
    for (int unit = 0; unit < plan.unitCount(); unit++) {
      if (isBlocked(unit, plan, blocked)) {
        blocked.set(unit);
      } else if (isEach(plan.members(unit), skipped) && consumesOpen(unit, plan)) {
        for (int member : plan.members(unit)) {
          asked.set(member);
          open.set(member);
        }
      }
    }
  }

  private boolean isBlocked(int unit, PreparationPlan plan, BitSet blocked) {
    for (int producer : plan.producers(unit)) {
      if (blocked.get(producer) && !staysPrepared(plan.members(producer))) {
        return true;
      }
      for (int member : plan.members(producer)) {
        if (staysLost(member)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean consumesOpen(int unit, PreparationPlan plan) {
    for (int member : plan.members(unit)) {
      for (int producer : plan.producersOfModule(member)) {
        if (plan.unitOf(producer) != unit && open.get(producer)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean staysPrepared(int[] modules) {
    return left.settled().arePrepared(modules) && !open.get(modules[0]);
  }

  private boolean staysLost(int module) {
    return !open.get(module)
        && left.settled().contains(module)
        && !left.settled().artifacts().containsKey(module);
  }

  private static boolean isEach(int[] modules, BitSet among) {
    for (int module : modules) {
      if (!among.get(module)) {
        return false;
      }
    }
    return true;
  }

  private void requireProducers(PreparationPlan plan) {
    var needed = new BitSet();
    asked.stream().forEach(module -> needed.set(plan.unitOf(module)));
    var missing = new TreeSet<ModuleId>();
    for (int unit = needed.previousSetBit(plan.unitCount());
        unit >= 0;
        unit = needed.previousSetBit(unit - 1)) {
      for (int producer : plan.producers(unit)) {
        needed.set(producer, needed.get(producer) || !staysPrepared(plan.members(producer)));
        for (int member : plan.members(producer)) {
          if (staysLost(member)) {
            missing.add(plan.module(member).module());
          }
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new RejectedException(
          Rule.PRODUCER_NOT_PREPARED,
          "These producers are not prepared and would stay so: %s. Name them too, or prepare"
                  .formatted(
                      missing.stream()
                          .limit(MOST_NAMES)
                          .map(ModuleId::value)
                          .collect(Collectors.joining(", ")))
              + " everything: flexup prepare --env …",
          Map.of("producers", List.copyOf(missing)));
    }
  }
}
