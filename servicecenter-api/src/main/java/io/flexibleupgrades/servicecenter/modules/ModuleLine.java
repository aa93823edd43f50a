package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.ModuleId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A module as a line of comma-separated values. */
final class ModuleLine {
  /** The names of the columns. */
  static final String HEADER =
      Csv.line(
          List.of(
              "name",
              "kind",
              "state",
              "heldBack",
              "producers",
              "failedProducers",
              "runningVersion",
              "preparedVersion",
              "warnings",
              "compileMillis",
              "attempts",
              "settledAt",
              "stale",
              "excludedReason",
              "artifact"));

  private ModuleLine() {}

  static String of(ModuleItem module) {
    return Csv.line(
        Arrays.asList(
            module.name(),
            module.kind(),
            module.state(),
            module.heldBack(),
            names(module.producers()),
            names(module.failedProducers()),
            module.runningVersion(),
            module.preparedVersion(),
            module.warnings(),
            module.compileMillis(),
            module.attempts(),
            module.settledAt(),
            module.stale(),
            module.excludedReason(),
            module.artifact()));
  }

  /** No module's name has a slash in it, so that a reader can take the names apart. */
  private static String names(List<ModuleId> names) {
    return names.stream().map(ModuleId::value).collect(Collectors.joining("/"));
  }
}
