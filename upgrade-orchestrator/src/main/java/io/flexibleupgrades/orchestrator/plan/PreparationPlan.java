package io.flexibleupgrades.orchestrator.plan;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UnitId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The modules to prepare, merged into units, and who waits for whom. Immutable.
 *
 * <p>Modules and units are numbered from 0: modules alphabetically, units so that the producers of
 * a unit have smaller numbers than itself. The same modules give the same plan, in whatever order
 * they come.
 */
public final class PreparationPlan {
  private final EnlistedModule[] modules;
  private final Map<ModuleId, Integer> moduleNumbers;
  private final Map<UnitId, Integer> unitNumbers;
  private final int[] unitOf;
  private final int[][] members;
  private final Adjacency moduleProducers;
  private final Adjacency producers;
  private final Adjacency consumers;
  private final int[] rank;
  private final int[] byRank;

  private PreparationPlan(EnlistedModule[] modules) {
    this.modules = modules;
    moduleNumbers = HashMap.newHashMap(modules.length);
    for (int module = 0; module < modules.length; module++) {
      moduleNumbers.put(modules[module].module(), module);
    }
    moduleProducers = moduleProducers();
    unitOf = Components.of(moduleProducers);
    members = members();
    unitNumbers = HashMap.newHashMap(members.length);
    for (int unit = 0; unit < members.length; unit++) {
      unitNumbers.put(unitId(unit), unit);
    }
    producers = unitProducers();
    consumers = producers.reversed();
    byRank = byRank(criticalPaths());
    rank = new int[byRank.length];
    for (int place = 0; place < byRank.length; place++) {
      rank[byRank[place]] = place;
    }
  }

  /**
   * Returns the plan for these modules. A producer that is not among them is not waited for.
   *
   * @param modules each name once, in any order
   */
  public static PreparationPlan of(List<EnlistedModule> modules) {
    var sorted = modules.toArray(EnlistedModule[]::new);
    Arrays.sort(sorted, Comparator.comparing(EnlistedModule::module));
    return new PreparationPlan(sorted);
  }

  public int moduleCount() {
    return modules.length;
  }

  public int unitCount() {
    return members.length;
  }

  public EnlistedModule module(int module) {
    return modules[module];
  }

  /** Returns the unit's members in alphabetical order. */
  public int[] members(int unit) {
    return members[unit].clone();
  }

  /** Returns the unit that the module belongs to. */
  public int unitOf(int module) {
    return unitOf[module];
  }

  /** Returns the units outside itself that the unit consumes directly. */
  public int[] producers(int unit) {
    return producers.targets(unit);
  }

  /** Returns the units outside itself that consume the unit directly. */
  public int[] consumers(int unit) {
    return consumers.targets(unit);
  }

  public int producerCount(int unit) {
    return producers.degree(unit);
  }

  /** Returns the modules that the module consumes directly, in its own unit or not. */
  public int[] producersOfModule(int module) {
    return moduleProducers.targets(module);
  }

  /** Returns the unit's place in the order of dispatch: 0 has the longest way still before it. */
  public int rank(int unit) {
    return rank[unit];
  }

  /** Returns the unit at that place in the order of dispatch. */
  public int unitAtRank(int place) {
    return byRank[place];
  }

  public UnitId unitId(int unit) {
    return new UnitId(modules[members[unit][0]].module().value());
  }

  /** Returns the unit of that name, null if the plan has none. */
  public @Nullable Integer unit(UnitId unit) {
    return unitNumbers.get(unit);
  }

  /** Returns the module of that name, null if the plan has none. */
  public @Nullable Integer module(ModuleId module) {
    return moduleNumbers.get(module);
  }

  /** Returns the units that consume this one, directly or not, producers before consumers. */
  public int[] transitiveConsumers(int unit) {
    var reached = new java.util.BitSet(unitCount());
    reached.set(unit);
    for (int next = unit; next >= 0; next = reached.nextSetBit(next + 1)) {
      for (int place = 0; place < consumers.degree(next); place++) {
        reached.set(consumers.target(next, place));
      }
    }
    reached.clear(unit);
    return reached.stream().toArray();
  }

  private Adjacency moduleProducers() {
    var targets = new int[modules.length][];
    for (int module = 0; module < modules.length; module++) {
      targets[module] =
          modules[module].producers().stream()
              .map(moduleNumbers::get)
              .filter(number -> number != null)
              .mapToInt(Integer::intValue)
              .toArray();
    }
    return Adjacency.of(targets);
  }

  private int[][] members() {
    int units = Arrays.stream(unitOf).max().orElse(-1) + 1;
    var size = new int[units];
    for (int unit : unitOf) {
      size[unit]++;
    }
    var result = new int[units][];
    for (int unit = 0; unit < units; unit++) {
      result[unit] = new int[size[unit]];
    }
    for (int module = modules.length - 1; module >= 0; module--) {
      int unit = unitOf[module];
      result[unit][--size[unit]] = module;
    }
    return result;
  }

  private Adjacency unitProducers() {
    var targets = new int[members.length][];
    for (int unit = 0; unit < members.length; unit++) {
      targets[unit] =
          Arrays.stream(members[unit])
              .flatMap(module -> Arrays.stream(moduleProducers.targets(module)))
              .map(producer -> unitOf[producer])
              .toArray();
    }
    return Adjacency.of(targets);
  }

  /** For each unit the time in milliseconds from its start to the end of all that waits for it. */
  private long[] criticalPaths() {
    var path = new long[members.length];
    for (int unit = members.length - 1; unit >= 0; unit--) {
      long longest = 0;
      for (int place = 0; place < consumers.degree(unit); place++) {
        longest = Math.max(longest, path[consumers.target(unit, place)]);
      }
      path[unit] =
          longest
              + Arrays.stream(members[unit]).mapToLong(module -> modules[module].weight()).sum();
    }
    return path;
  }

  private static int[] byRank(long[] criticalPath) {
    return IntStream.range(0, criticalPath.length)
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer unit) -> -criticalPath[unit])
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
