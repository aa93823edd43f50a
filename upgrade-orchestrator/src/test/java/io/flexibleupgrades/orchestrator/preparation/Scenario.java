package io.flexibleupgrades.orchestrator.preparation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** All that a simulated run depends on besides the rules: a factory and what happens, in words. */
final class Scenario {
  private static final int STEPS_PER_MODULE = 5;
  private static final int MORE_STEPS = 16;

  private final SimulatedFactory factory;
  private final int[] script;

  Scenario(SimulatedFactory factory, int[] script) {
    this.factory = factory;
    this.script = script;
  }

  /** Returns the scenario of the seed, always the same. */
  static Scenario of(long seed) {
    var random = new SplittableRandom(seed);
    var factory = SimulatedFactory.random(random);
    int longest = MORE_STEPS + STEPS_PER_MODULE * factory.modules().size();
    var script = new int[random.nextInt(longest)];
    Arrays.setAll(script, _ -> random.nextInt());
    return new Scenario(factory, script);
  }

  SimulatedFactory factory() {
    return factory;
  }

  /** Returns how many steps are told; after the last one all goes well. */
  int length() {
    return script.length;
  }

  int word(int step) {
    return script[step];
  }

  Scenario with(SimulatedFactory other) {
    return new Scenario(other, script);
  }

  /** Returns the scenario without these steps. */
  Scenario without(int from, int to) {
    var rest = new int[script.length - (to - from)];
    System.arraycopy(script, 0, rest, 0, from);
    System.arraycopy(script, to, rest, from, script.length - to);
    return new Scenario(factory, rest);
  }

  Scenario with(int step, int word) {
    var other = script.clone();
    other[step] = word;
    return new Scenario(factory, other);
  }
}
