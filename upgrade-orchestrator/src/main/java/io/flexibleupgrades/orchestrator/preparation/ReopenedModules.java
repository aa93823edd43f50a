package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Reopening;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds which modules of an ended preparation are prepared again, and lets it go on with them. */
public final class ReopenedModules {
  private final Preparing left;
  private final PreparationPlan plan;
  private final Map<ModuleId, EnlistedModule> now;
  private final Set<Integer> open = new HashSet<>();

  private ReopenedModules(Preparing left, Map<ModuleId, EnlistedModule> now) {
    this.left = left;
    this.now = now;
    plan = planWith(left, now.values());
  }

  /**
   * Returns all modules that are not prepared.
   *
   * @param now the modules of the plan that the factory still has, as it has them now
   */
  public static List<EnlistedModule> all(Preparing left, Map<ModuleId, EnlistedModule> now) {
    var reopened = new ReopenedModules(left, unprepared(left, now));
    for (int module = 0; module < left.plan().moduleCount(); module++) {
      reopened.openIfKnown(module);
    }
    return reopened.closed();
  }

  /**
   * Returns these modules, as far as they are not validly prepared, and the skipped modules that
   * are released with them.
   *
   * @param named modules of the plan
   * @throws RejectedException if one of them consumes a module that would stay unprepared
   */
  public static List<EnlistedModule> named(
      Preparing left, Map<ModuleId, EnlistedModule> now, Set<ModuleId> named) {
    var definitions = unprepared(left, now);
    for (var module : named) {
      var definition = now.get(module);
      if (definition != null && isStale(left, definition)) {
        definitions.put(module, definition);
      }
    }
    var reopened = new ReopenedModules(left, definitions);
    for (var module : named) {
      var number = left.plan().module(module);
      if (number != null) {
        reopened.openIfKnown(number);
      }
    }
    reopened.releaseSkipped();
    reopened.requireProducers();
    return reopened.closed();
  }

  /** Returns what stays settled when these modules are opened. */
  static SettledModules kept(Preparing left, Collection<EnlistedModule> opened) {
    var kept = left.settled();
    for (var module : opened) {
      var number = left.plan().module(module.module());
      kept = number == null ? kept : kept.without(number);
    }
    return kept;
  }

  /** Returns the preparation going on with the modules that were named. */
  static Preparing reopened(Reopening reopening, int firstAttempt) {
    var left = reopening.left();
    var scope = left.scope();
    return Preparing.at(
        new Scope(
            scope.upgradeId(),
            scope.environment(),
            scope.platform(),
            planWith(left, reopening.reenlisted()),
            firstAttempt),
        Stage.PublishingSystem.first(),
        kept(left, reopening.reenlisted()),
        left.latestAttempt());
  }

  private static Map<ModuleId, EnlistedModule> unprepared(
      Preparing left, Map<ModuleId, EnlistedModule> now) {
    var definitions = new HashMap<ModuleId, EnlistedModule>();
    now.forEach((module, definition) -> {
      if (left.progress(module) != ModuleProgress.PREPARED) {
        definitions.put(module, definition);
      }
    });
    return definitions;
  }

  private static boolean isStale(Preparing left, EnlistedModule now) {
    var number = left.plan().module(now.module());
    if (number == null) {
      return false;
    }
    var before = left.plan().module(number);
    return !Objects.equals(before.source(), now.source())
        || !Objects.equals(before.options(), now.options())
        || !before.producers().equals(now.producers());
  }

  /** The modules stay the same, and so do their numbers; only what they are changes. */
  private static PreparationPlan planWith(Preparing left, Collection<EnlistedModule> changed) {
    var modules = new HashMap<ModuleId, EnlistedModule>();
    for (int module = 0; module < left.plan().moduleCount(); module++) {
      var before = left.plan().module(module);
      modules.put(before.module(), before);
    }
    changed.forEach(module -> modules.replace(module.module(), module));
    return PreparationPlan.of(List.copyOf(modules.values()));
  }

  private void openIfKnown(int module) {
    if (now.containsKey(plan.module(module).module())) {
      open.add(module);
    }
  }

  /** Opens the skipped modules whose producers are all prepared or open, producers first. */
  private void releaseSkipped() {
    for (int unit = 0; unit < plan.unitCount(); unit++) {
      var members = plan.members(unit);
      boolean isSkipped =
          Arrays.stream(members).allMatch(m -> left.settled().skipped().contains(m));
      boolean isReleased =
          plan.producerCount(unit) > 0
              && Arrays.stream(plan.producers(unit)).allMatch(this::willBePrepared)
              && Arrays.stream(plan.producers(unit)).anyMatch(this::isOpen);
      if (isSkipped && isReleased) {
        Arrays.stream(members).forEach(this::openIfKnown);
      }
    }
  }

  private void requireProducers() {
    var missing = new TreeSet<ModuleId>();
    for (int module : open) {
      for (int producer : plan.producers(plan.unitOf(module))) {
        if (!willBePrepared(producer)) {
          Arrays.stream(plan.members(producer))
              .filter(member -> !left.settled().artifacts().containsKey(member))
              .forEach(member -> missing.add(plan.module(member).module()));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new RejectedException(
          Rule.PRODUCER_NOT_PREPARED,
          "These producers are not prepared and would stay so: %s. Name them too, or prepare"
                  .formatted(
                      missing.stream()
                          .limit(20)
                          .map(ModuleId::value)
                          .collect(Collectors.joining(", ")))
              + " everything: flexup prepare --env …",
          Map.of("producers", List.copyOf(missing)));
    }
  }

  private boolean willBePrepared(int unit) {
    return isOpen(unit) || left.settled().arePrepared(plan.members(unit));
  }

  private boolean isOpen(int unit) {
    return Arrays.stream(plan.members(unit)).anyMatch(open::contains);
  }

  /** A cycle is compiled as a whole: with one member, all are open. */
  private List<EnlistedModule> closed() {
    return open.stream()
        .map(plan::unitOf)
        .distinct()
        .flatMapToInt(unit -> Arrays.stream(plan.members(unit)))
        .sorted()
        .mapToObj(plan::module)
        .toList();
  }
}
