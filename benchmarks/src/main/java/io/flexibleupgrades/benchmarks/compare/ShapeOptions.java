package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import picocli.CommandLine.Option;

/** The options that say what the generated factory is like. */
public final class ShapeOptions {
  @Option(names = "--modules", defaultValue = "200", description = "Modules (${DEFAULT-VALUE}).")
  private int modules;

  @Option(
      names = "--fan-out",
      defaultValue = "5",
      description = "Most producers of a module (${DEFAULT-VALUE}).")
  private int fanOut;

  @Option(
      names = "--levels",
      defaultValue = "12",
      description = "Modules on the longest chain of producers (${DEFAULT-VALUE}).")
  private int levels;

  @Option(
      names = "--lines",
      defaultValue = "770",
      description = "Lines of each module, about (${DEFAULT-VALUE}).")
  private int lines;

  @Option(
      names = "--failing",
      defaultValue = "0",
      description = "Modules of a hundred that do not compile (${DEFAULT-VALUE}).")
  private int failing;

  @Option(names = "--seed", defaultValue = "1", description = "Of the factory (${DEFAULT-VALUE}).")
  private long seed;

  public FactoryShape shape() {
    return new FactoryShape(seed, modules, fanOut, levels, lines, failing);
  }
}
