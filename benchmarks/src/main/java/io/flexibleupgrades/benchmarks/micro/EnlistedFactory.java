package io.flexibleupgrades.benchmarks.micro;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Modules as a preparation enlists them. */
final class EnlistedFactory {
  /** Producers of a module, on average but for the first few modules. */
  static final int PRODUCERS = 5;

  private static final int REACH = 2_000;

  private EnlistedFactory() {}

  /** Returns so many modules in an order by chance; each consumes five of those before it. */
  static List<EnlistedModule> of(int count) {
    var random = new Random(17);
    var source = Digest.of("the same source".getBytes(StandardCharsets.UTF_8));
    var modules = new ArrayList<EnlistedModule>();
    for (int i = 0; i < count; i++) {
      var producers = new TreeSet<ModuleId>();
      while (producers.size() < Math.min(i, PRODUCERS)) {
        producers.add(name(i - 1 - random.nextInt(Math.min(i, REACH))));
      }
      modules.add(
          new EnlistedModule(
              name(i),
              ModuleKind.LIBRARY,
              List.copyOf(producers),
              source,
              1_000 + random.nextInt(50_000),
              null));
    }
    Collections.shuffle(modules, random);
    return List.copyOf(modules);
  }

  private static ModuleId name(int number) {
    return new ModuleId("Module%06d".formatted(number));
  }
}
