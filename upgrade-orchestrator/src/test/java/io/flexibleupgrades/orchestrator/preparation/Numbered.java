package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UnitId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The names and digests of simulated modules, made once: module 7 is {@code m07}, and a set of
 * modules is the int whose bits they are.
 */
final class Numbered {
  /** The most modules of a simulated factory. */
  static final int MOST = 24;

  private static final int KEPT = 64;
  private static final List<ModuleId> MODULES =
      IntStream.range(0, MOST).mapToObj("m%02d"::formatted).map(ModuleId::new).toList();
  private static final List<UnitId> UNITS =
      MODULES.stream().map(module -> new UnitId(module.value())).toList();
  private static final List<List<Digest>> ARTIFACTS =
      MODULES.stream().map(module -> digests(module + "#")).toList();
  private static final List<List<Digest>> SOURCES =
      MODULES.stream().map(module -> digests(module + " version ")).toList();

  private Numbered() {}

  static ModuleId module(int number) {
    return MODULES.get(number);
  }

  static UnitId unit(int number) {
    return UNITS.get(number);
  }

  static int of(ModuleId module) {
    return of(module.value());
  }

  /** Returns the number of the unit's first module, or -1. */
  static int of(UnitId unit) {
    return of(unit.value());
  }

  /** Returns a digest that tells the attempts of a module apart. */
  static Digest artifact(int module, int attempt) {
    return attempt < KEPT
        ? ARTIFACTS.get(module).get(attempt)
        : digest(MODULES.get(module) + "#" + attempt);
  }

  static Digest source(int module, int version) {
    return SOURCES.get(module).get(version);
  }

  /** Whether the list has these modules, each once, in alphabetical order. */
  static boolean isSet(List<ModuleId> list, int set) {
    int rest = set;
    for (var module : list) {
      if (rest == 0 || Integer.numberOfTrailingZeros(rest) != of(module)) {
        return false;
      }
      rest &= rest - 1;
    }
    return rest == 0;
  }

  /** Returns the modules of the set in alphabetical order. */
  static List<ModuleId> list(int set) {
    var list = new ArrayList<ModuleId>(Integer.bitCount(set));
    for (int rest = set; rest != 0; rest &= rest - 1) {
      list.add(MODULES.get(Integer.numberOfTrailingZeros(rest)));
    }
    return list;
  }

  private static int of(String name) {
    if (name.length() != 3 || name.charAt(0) != 'm') {
      return -1;
    }
    int number = (name.charAt(1) - '0') * 10 + name.charAt(2) - '0';
    return number < 0 || number >= MOST ? -1 : number;
  }

  private static List<Digest> digests(String prefix) {
    return IntStream.range(0, KEPT).mapToObj(number -> digest(prefix + number)).toList();
  }

  private static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
