package io.flexibleupgrades.orchestrator.plan;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UnitId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
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
  private final UnitId[] unitIds;
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
    unitIds = new UnitId[members.length];
    unitNumbers = HashMap.newHashMap(members.length);
    for (int unit = 0; unit < members.length; unit++) {
      unitIds[unit] = new UnitId(modules[members[unit][0]].module().value());
      unitNumbers.put(unitIds[unit], unit);
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
    Arrays.sort(sorted, (one, other) -> one.module().compareTo(other.module()));
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

  /** Returns the names of the unit's members in alphabetical order. */
  public List<ModuleId> memberIds(int unit) {
    var ids = new ModuleId[members[unit].length];
    for (int place = 0; place < ids.length; place++) {
      ids[place] = modules[members[unit][place]].module();
    }
    return List.of(ids);
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
    return unitIds[unit];
  }

  /** Returns the unit of that name, null if the plan has none. */
  public @Nullable Integer unit(UnitId unit) {
    return unitNumbers.get(unit);
  }

  /** Returns the module of that name, null if the plan has none. */
  public @Nullable Integer module(ModuleId module) {
    return moduleNumbers.get(module);
  }

  /**
   * Returns the units of this kind that consume this one, directly or through others of the kind;
   * producers before consumers.
   */
  public int[] consumers(int unit, IntPredicate kind) {
    var reached = new BitSet(unitCount());
    reached.set(unit);
    for (int next = unit; next >= 0; next = reached.nextSetBit(next + 1)) {
      for (int place = 0; place < consumers.degree(next); place++) {
        int consumer = consumers.target(next, place);
        if (!reached.get(consumer) && kind.test(consumer)) {
          reached.set(consumer);
        }
      }
    }
    var others = new int[reached.cardinality() - 1];
    int count = 0;
    for (int next = reached.nextSetBit(unit + 1); next >= 0; next = reached.nextSetBit(next + 1)) {
      others[count++] = next;
    }
    return others;
  }

  private Adjacency moduleProducers() {
    var targets = new int[modules.length][];
    for (int module = 0; module < modules.length; module++) {
      var named = modules[module].producers();
      var numbers = new int[named.size()];
      int known = 0;
      for (var producer : named) {
        var number = moduleNumbers.get(producer);
        if (number != null) {
          numbers[known++] = number;
        }
      }
      targets[module] = known == numbers.length ? numbers : Arrays.copyOf(numbers, known);
    }
    return Adjacency.of(targets);
  }

  private int[][] members() {
    int units = 0;
    for (int unit : unitOf) {
      units = Math.max(units, unit + 1);
    }
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
      int size = 0;
      for (int member : members[unit]) {
        size += moduleProducers.degree(member);
      }
      targets[unit] = new int[size];
      for (int member : members[unit]) {
        for (int place = 0; place < moduleProducers.degree(member); place++) {
          targets[unit][--size] = unitOf[moduleProducers.target(member, place)];
        }
      }
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
      path[unit] = longest;
      for (int member : members[unit]) {
        path[unit] += modules[member].weight();
      }
    }
    return path;
  }

  private static int[] byRank(long[] criticalPath) {
    var units = new Integer[criticalPath.length];
    Arrays.setAll(units, unit -> unit);
    Arrays.sort(
        units,
        (one, other) -> {
          int longer = Long.compare(criticalPath[other], criticalPath[one]);
          return longer != 0 ? longer : Integer.compare(one, other);
        });
    var sorted = new int[units.length];
    Arrays.setAll(sorted, place -> units[place]);
    return sorted;
  }
}
