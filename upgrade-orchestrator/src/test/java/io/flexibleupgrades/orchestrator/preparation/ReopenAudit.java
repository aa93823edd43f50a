package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.EnlistedModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks which modules of an ended preparation are opened again. */
final class ReopenAudit {
  private final Books books;

  ReopenAudit(Books books) {
    this.books = books;
  }

  /**
   * Checks what is opened.
   *
   * @param named the modules that were named, null for all
   * @param opened null if it was refused because of unprepared producers
   */
  void check(@Nullable Integer named, @Nullable List<EnlistedModule> opened) {
    int wanted = wanted(named);
    int expected = wanted == 0 ? 0 : opened(named != null, wanted);
    if (opened == null) {
      require(expected < 0, "refused, though all producers will be prepared");
      return;
    }
    require(expected >= 0, "opened, though a producer stays unprepared", opened);
    require(
        Numbered.isSet(opened.stream().map(EnlistedModule::module).toList(), expected),
        "other modules are opened than asked for and released",
        Numbered.list(expected),
        opened);
    for (var module : opened) {
      require(
          module.equals(definition(Numbered.of(module.module()), true).enlisted()),
          "opened as it was, not as it is",
          module);
    }
  }

  private int wanted(@Nullable Integer named) {
    int wanted = 0;
    for (int module = 0; module < books.planned.length; module++) {
      var now = books.now[module];
      if (now != null
          && ((named == null || (named >>> module & 1) != 0)
              && ((books.prepared() >>> module & 1) == 0
                  || (named != null && isStale(now, books.planned[module]))))) {
        wanted |= 1 << module;
      }
    }
    return wanted;
  }

  /** Returns the modules to be opened, -1 if they cannot be. */
  private int opened(boolean isNamed, int wanted) {
    int asked = wanted;
    int open = asked | books.unsettled();
    int before;
    do {
      before = open;
      var graph = graph(open);
      asked = graph.cycles(asked);
      asked |= isNamed ? released(open | asked) : 0;
      open = graph.cycles(open) | asked;
    } while (open != before);
    var graph = graph(open);
    var unprepared = new ModuleGraph(modules(open), graph.wholeCycles(books.prepared() & ~open));
    return isNamed && (unprepared.reachedFrom(asked) & lost(open)) != 0 ? -1 : open;
  }

  /** Returns the skipped modules that nothing stands against any more. */
  private int released(int open) {
    int changed = open;
    for (int module = 0; module < books.planned.length; module++) {
      changed |= (books.skipped() >>> module & 1) != 0 && isHere(module) ? 1 << module : 0;
    }
    var graph = graph(changed);
    var unprepared = new ModuleGraph(modules(changed), graph.wholeCycles(books.prepared() & ~open));
    int candidates = books.skipped() & changed & ~open;
    int released = open;
    int before;
    do {
      before = released;
      for (int rest = candidates & ~released; rest != 0; rest &= rest - 1) {
        int module = Integer.numberOfTrailingZeros(rest);
        int cycle = graph.cycle(module);
        if ((cycle & ~candidates) == 0
            && (graph.producersOf(cycle) & ~cycle & released) != 0
            && (unprepared.reached(module) & ~cycle & lost(released)) == 0) {
          released |= cycle;
        }
      }
    } while (released != before);
    return released & ~open;
  }

  private int lost(int open) {
    return (books.failed() | books.skipped()) & ~open;
  }

  private ModuleGraph graph(int changed) {
    return new ModuleGraph(modules(changed), 0);
  }

  private SimulatedModule[] modules(int changed) {
    var modules = new SimulatedModule[books.planned.length];
    for (int module = 0; module < modules.length; module++) {
      modules[module] = definition(module, (changed >>> module & 1) != 0);
    }
    return modules;
  }

  private SimulatedModule definition(int module, boolean isChanged) {
    var now = books.now[module];
    return isChanged && now != null ? now : books.planned[module];
  }

  private boolean isHere(int module) {
    return books.now[module] != null;
  }

  private static boolean isStale(SimulatedModule now, SimulatedModule before) {
    return now.version() != before.version() || now.producers() != before.producers();
  }
}
