package io.flexibleupgrades.benchmarks.profile;

import io.flexibleupgrades.benchmarks.compare.BareCompiler;
import io.flexibleupgrades.benchmarks.compare.FreshSystem;
import io.flexibleupgrades.benchmarks.compare.ShapeOptions;
import io.flexibleupgrades.benchmarks.compare.SystemPreparation;
import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import io.flexibleupgrades.benchmarks.report.Arguments;
import io.flexibleupgrades.benchmarks.report.Report;
import io.flexibleupgrades.benchmarks.report.Section;
import io.flexibleupgrades.benchmarks.report.Spread;
import io.flexibleupgrades.benchmarks.report.Target;
import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/profile}. */
@Command(
    name = "profile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures where the whole system's time goes, and what a second slot brings.")
@SuppressWarnings("NullAway.Init")
public final class Profile implements Callable<Integer> {
  private static final Path FOLDER = Path.of("target", "profile").toAbsolutePath();
  // Each module consumes the one before, so that the worker is idle whenever one is requested.
  private static final FactoryShape CHAIN = new FactoryShape(2, 60, 1, 60, 100, 0);

  private final List<String> arguments;
  private final PrintStream out;
  private final List<Double> waits = new ArrayList<>();
  private final List<Double> gains = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();

  @Option(names = "--rounds", defaultValue = "3", description = "Rounds (${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private ShapeOptions shape;

  @Option(
      names = "--report",
      defaultValue = "../docs/performance.md",
      description = "The report's file (${DEFAULT-VALUE}).")
  private Path report;

  private Profile(List<String> arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Measures, prints the tables on standard output and writes the report. */
  public static void main(String[] arguments) {
    var out = System.out;
    System.setOut(System.err);
    var command = new Profile(Arguments.shown(arguments), out);
    System.exit(new CommandLine(command).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Folders.delete(FOLDER);
    var factory = GeneratedFactory.write(shape.shape(), FOLDER.resolve("made"));
    var chain = GeneratedFactory.write(CHAIN, FOLDER.resolve("chain"));
    for (int round = 1; round <= rounds; round++) {
      double twoSlots = withTwoSlots(factory, chain, round == rounds);
      double oneSlot = withOneSlot(factory);
      gains.add(oneSlot / twoSlots);
      System.err.printf("round %d: 1 slot %.2f s, 2 slots %.2f s%n", round, oneSlot, twoSlots);
    }
    var figures = new EnumMap<Target, String>(Target.class);
    var wait =
        "p50 %.0f ms, p99 %.0f ms"
            .formatted(Spread.quantile(waits, 0.5), Spread.quantile(waits, 0.99));
    figures.put(Target.REQUEST_TO_START, wait);
    Spread.of(gains).ifPresent(gain -> figures.put(Target.SCALING, gain.ratio()));
    lines.addFirst("");
    lines.addFirst(introduction(factory));
    lines.forEach(out::println);
    Report.ofCheckout()
        .write(new Section("profile", "Where the time goes", lines, figures), arguments, report);
    return 0;
  }

  private String introduction(GeneratedFactory factory) {
    return """
    %,d modules; the tables are of the last of %d rounds, with 1 worker of 2 slots. Processor time \
    is what the kernel counted for each thread. The time from a request to the worker's start is \
    that of %d modules of which each consumes the one before; what a second slot brings is the \
    time of the fifth upgrade with one slot, divided by that with two.\
    """
        .formatted(factory.shape().modules(), rounds, CHAIN.modules());
  }

  private double withTwoSlots(GeneratedFactory factory, GeneratedFactory chain, boolean tell)
      throws IOException, InterruptedException {
    double seconds = 0;
    try (var system = FreshSystem.start("profile", 2, FOLDER)) {
      for (int upgrade = 1; upgrade <= BareCompiler.WARM_ROUND; upgrade++) {
        SystemPreparation.push(system, FOLDER, FreshSystem.version(upgrade));
        var before = CpuTimes.of(system);
        var preparation = prepare(system, factory, "upgrade-" + upgrade, upgrade);
        var used = CpuTimes.of(system).since(before);
        seconds = preparation.wall().toNanos() / 1e9;
        if (tell && (upgrade == 1 || upgrade == BareCompiler.WARM_ROUND)) {
          tell(upgrade == 1 ? "Fresh worker" : "Fifth upgrade", system, preparation, used);
        }
      }
      var alone = prepare(system, chain, "chain", BareCompiler.WARM_ROUND);
      waits.addAll(Attempts.of(system, alone).waits());
    }
    return seconds;
  }

  private void tell(
      String title, RunningSystem system, SystemPreparation preparation, CpuTimes used)
      throws IOException {
    lines.addAll(List.of("### " + title, ""));
    lines.add("%.2f s in all.".formatted(preparation.wall().toNanos() / 1e9));
    lines.add("");
    lines.addAll(Attempts.of(system, preparation).table(2));
    lines.add("");
    lines.addAll(used.table());
    lines.add("");
  }

  private double withOneSlot(GeneratedFactory factory) throws IOException, InterruptedException {
    double seconds = 0;
    try (var system = FreshSystem.start("profile", 1, FOLDER)) {
      for (int upgrade = 1; upgrade <= BareCompiler.WARM_ROUND; upgrade++) {
        SystemPreparation.push(system, FOLDER, FreshSystem.version(upgrade));
        seconds = prepare(system, factory, "one-" + upgrade, upgrade).wall().toNanos() / 1e9;
      }
    }
    return seconds;
  }

  private static SystemPreparation prepare(
      RunningSystem system, GeneratedFactory factory, String environment, int upgrade)
      throws InterruptedException {
    return SystemPreparation.run(
        system, environment, factory.modules(), FreshSystem.version(upgrade));
  }
}
