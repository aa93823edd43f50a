package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.preparation.Nature.DoesNotCompile;
import io.flexibleupgrades.orchestrator.preparation.Nature.Faulty;
import io.flexibleupgrades.orchestrator.preparation.Nature.Swallowed;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What must become of a factory, said in sets over its graph: a module is skipped if anything
 * outside its cycle that it reaches is bad by nature, and its nature decides otherwise. Knows
 * nothing of plans, attempts or order.
 */
final class FactoryOracle {
  private final SimulatedFactory factory;
  private final Map<ModuleId, Set<ModuleId>> producers = new TreeMap<>();
  private final Map<ModuleId, Set<ModuleId>> consumers = new HashMap<>();
  private final Map<ModuleId, Long> weights = new HashMap<>();
  private final Map<ModuleId, Set<ModuleId>> reached = new HashMap<>();
  private final Map<ModuleId, List<ModuleId>> cycles = new HashMap<>();
  private final Map<ModuleId, Set<ModuleId>> outside = new HashMap<>();
  private final Map<ModuleId, Long> ways = new HashMap<>();

  FactoryOracle(SimulatedFactory factory) {
    this.factory = factory;
    var names = factory.modules().stream().map(EnlistedModule::module).collect(Collectors.toSet());
    for (var module : factory.modules()) {
      var named = new TreeSet<>(module.producers());
      named.retainAll(names);
      named.remove(module.module());
      producers.put(module.module(), named);
      weights.put(module.module(), module.weight());
      for (var producer : named) {
        consumers.computeIfAbsent(producer, _ -> new HashSet<>()).add(module.module());
      }
    }
    producers.forEach((module, _) -> reached.put(module, reach(module)));
    producers.forEach((module, _) -> cycles.put(module, findCycle(module)));
    producers.forEach((module, _) -> outside.put(module, findOutside(module)));
  }

  Set<ModuleId> modules() {
    return producers.keySet();
  }

  /** Returns the module and all that reach it and are reached by it, in alphabetical order. */
  List<ModuleId> cycle(ModuleId module) {
    return cycles.getOrDefault(module, List.of(module));
  }

  /** Returns all that the module consumes, directly or not, outside its cycle. */
  Set<ModuleId> outside(ModuleId module) {
    return outside.getOrDefault(module, Set.of());
  }

  /** Returns the modules outside that a member consumes directly, and the rest of their cycles. */
  Set<ModuleId> directOutside(ModuleId member) {
    return producersOf(member).stream()
        .filter(producer -> outside(member).contains(producer))
        .map(this::cycle)
        .flatMap(Collection::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns the weight of the module's cycle and of the heaviest chain that waits for it. */
  long longestWay(ModuleId module) {
    var unit = cycle(module);
    var known = ways.get(unit.getFirst());
    if (known != null) {
      return known;
    }
    long ahead =
        unit.stream()
            .flatMap(member -> consumers.getOrDefault(member, Set.of()).stream())
            .filter(other -> !unit.contains(other))
            .mapToLong(this::longestWay)
            .max()
            .orElse(0);
    long own = unit.stream().mapToLong(member -> weights.getOrDefault(member, 0L)).sum();
    ways.put(unit.getFirst(), ahead + own);
    return ahead + own;
  }

  /** Returns the outcome of each module: prepared, skipped, or failed with a kind. */
  Map<ModuleId, String> outcomes() {
    var outcomes = new TreeMap<ModuleId, String>();
    modules().forEach(module -> outcomes.put(module, outcome(module)));
    return outcomes;
  }

  private String outcome(ModuleId module) {
    if (outside(module).stream().anyMatch(this::isBad)) {
      return "skipped";
    }
    var unit = cycle(module);
    if (unit.stream().map(factory::nature).anyMatch(Swallowed.class::isInstance)) {
      return "failed " + FailureKind.INFRASTRUCTURE;
    }
    for (var member : unit) {
      if (factory.nature(member) instanceof Faulty(int last, var kind) && last == Nature.FOR_EVER) {
        return "failed " + kind;
      }
    }
    if (factory.nature(module) instanceof DoesNotCompile) {
      return "failed " + FailureKind.COMPILE;
    }
    return unit.stream().anyMatch(this::isBad) ? "skipped" : "prepared";
  }

  private boolean isBad(ModuleId module) {
    return switch (factory.nature(module)) {
      case DoesNotCompile _, Swallowed _ -> true;
      case Faulty(int last, _) -> last == Nature.FOR_EVER;
      case Nature.Compiles _ -> false;
    };
  }

  private List<ModuleId> findCycle(ModuleId module) {
    return modules().stream()
        .filter(other ->
            other.equals(module)
                || (reached(module).contains(other) && reached(other).contains(module)))
        .toList();
  }

  private Set<ModuleId> findOutside(ModuleId module) {
    var found = new TreeSet<>(reached(module));
    found.removeAll(cycle(module));
    return found;
  }

  private Set<ModuleId> reach(ModuleId module) {
    var found = new HashSet<ModuleId>();
    var open = new ArrayDeque<>(producersOf(module));
    while (!open.isEmpty()) {
      var next = open.remove();
      if (found.add(next)) {
        open.addAll(producersOf(next));
      }
    }
    return found;
  }

  private Set<ModuleId> reached(ModuleId module) {
    return reached.getOrDefault(module, Set.of());
  }

  private Set<ModuleId> producersOf(ModuleId module) {
    return producers.getOrDefault(module, Set.of());
  }
}
