package io.flexibleupgrades.benchmarks.report;

import java.util.List;

/** A command's arguments as the report shows them. */
public final class Arguments {
  private Arguments() {}

  /** Returns the arguments without those that only say where something is on this machine. */
  public static List<String> shown(String[] arguments) {
    return List.of(arguments).stream()
        .filter(argument -> !argument.startsWith("--maven-repository"))
        .filter(argument -> !argument.startsWith("--report"))
        .toList();
  }
}
