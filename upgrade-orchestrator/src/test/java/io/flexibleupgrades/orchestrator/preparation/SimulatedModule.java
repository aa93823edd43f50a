package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.ProducerArtifact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module of a simulated factory.
 *
 * @param producers set of those in the factory
 * @param oddities set of {@link #NAMES_ITSELF} and the like
 * @param version of its source, 0 and up
 */
record SimulatedModule(
    int number, int producers, int oddities, int weight, Nature nature, int version) {
  static final int NAMES_ITSELF = 1;
  static final int NAMES_NOBODY = 2;
  static final int HAS_OPTIONS = 4;
  static final int IS_FRESH = 8;
  static final int IS_GIVEN = 16;
  static final int HAS_DEFECT = 32;
  static final int MOST_ODDITIES = 64;

  static final ProducerArtifact GIVEN =
      new ProducerArtifact(new ModuleId("given"), Numbered.artifact(0, 0));
  private static final ModuleId NOBODY = new ModuleId("nobody");
  private static final List<String> OPTIONS = List.of("-Xlint:none");

  /** Returns the module as a plan has it. */
  EnlistedModule enlisted() {
    var named = Numbered.list(producers);
    if (has(NAMES_ITSELF)) {
      named.add(Numbered.module(number));
    }
    if (has(NAMES_NOBODY)) {
      named.add(NOBODY);
    }
    return new EnlistedModule(
        Numbered.module(number),
        ModuleKind.LIBRARY,
        named,
        Numbered.source(number, version),
        weight,
        defect(),
        options(),
        has(IS_GIVEN) ? List.of(GIVEN) : null,
        fresh());
  }

  boolean has(int oddity) {
    return (oddities & oddity) != 0;
  }

  @Nullable String defect() {
    return has(HAS_DEFECT) ? "It has no source." : null;
  }

  @Nullable List<String> options() {
    return has(HAS_OPTIONS) ? OPTIONS : null;
  }

  @Nullable Boolean fresh() {
    return has(IS_FRESH) ? Boolean.TRUE : null;
  }

  SimulatedModule consuming(int others) {
    return new SimulatedModule(number, others & ~(1 << number), oddities, weight, nature, version);
  }

  SimulatedModule of(Nature other) {
    return new SimulatedModule(number, producers, oddities, weight, other, version);
  }

  SimulatedModule changed() {
    return new SimulatedModule(number, producers, oddities, weight, nature, version + 1);
  }

  /** Returns it without oddities, weighing 1. */
  SimulatedModule plain() {
    return new SimulatedModule(number, producers, 0, 1, nature, version);
  }

  /** Returns it after another module has left the factory and the later ones have moved up. */
  SimulatedModule without(int other) {
    int before = (1 << other) - 1;
    return new SimulatedModule(
        number > other ? number - 1 : number,
        (producers & before) | ((producers >>> 1) & ~before),
        oddities,
        weight,
        nature,
        version);
  }

  @Override
  public String toString() {
    return "%s %s, weighs %d%s%s"
        .formatted(
            Numbered.module(number),
            nature,
            weight,
            producers == 0 ? "" : ", consumes " + Numbered.list(producers),
            oddities == 0 ? "" : ", odd in " + Integer.toBinaryString(oddities));
  }
}
