package io.flexibleupgrades.benchmarks.events;

import io.flexibleupgrades.benchmarks.report.Arguments;
import io.flexibleupgrades.benchmarks.report.Report;
import io.flexibleupgrades.benchmarks.report.Section;
import io.flexibleupgrades.benchmarks.report.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/events}. */
@Command(
    name = "events",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the whole system with a compiler that does nothing.")
@SuppressWarnings("NullAway.Init")
public final class Events implements Callable<Integer> {
  private static final int SMALL = 10_000;
  private static final int LARGE = 100_000;

  private final List<String> arguments;
  private final PrintStream out;

  @Option(
      names = "--modules",
      split = ",",
      defaultValue = "10000",
      description = "Modules of one factory after the other (${DEFAULT-VALUE}).")
  private List<Integer> modules;

  @Option(names = "--workers", defaultValue = "2", description = "Workers (${DEFAULT-VALUE}).")
  private int workers;

  @Option(
      names = "--seed",
      defaultValue = "901",
      description = "Of the factories (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--report",
      defaultValue = "../docs/performance.md",
      description = "The report's file (${DEFAULT-VALUE}).")
  private Path report;

  private Events(List<String> arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Measures, prints the tables on standard output and writes the report. */
  public static void main(String[] arguments) {
    var out = System.out;
    System.setOut(System.err);
    var command = new Events(Arguments.shown(arguments), out);
    System.exit(new CommandLine(command).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var paths = new ArrayList<EventPath>();
    for (int count : modules) {
      paths.add(EventPath.measure(count, workers, seed));
    }
    var lines = new ArrayList<String>();
    lines.add(
        """
        Layered factories, one after the other, each in a new system with %d workers of 2 slots \
        whose compiler does nothing; a module in a hundred is made to fail. From the request to \
        upgrade until the Service Center shows the end. Memory is the most that was resident.\
        """
            .formatted(workers));
    lines.addAll(List.of("", "| modules | prepared | s | modules/s | memory, MiB |"));
    lines.add("|---:|---:|---:|---:|---|");
    paths.forEach(path -> lines.add(row(path)));
    lines.forEach(out::println);
    Report.ofCheckout()
        .write(
            new Section("events", "The path of an event", lines, figures(paths)),
            arguments,
            report);
    return 0;
  }

  private static String row(EventPath path) {
    var memory =
        path.mebibytes().entrySet().stream()
            .map(process -> process.getKey() + " " + process.getValue())
            .collect(Collectors.joining(", "));
    return "| %,d | %,d | %.1f | %.0f | %s |"
        .formatted(
            path.modules(), path.prepared(), path.seconds(), path.modulesPerSecond(), memory);
  }

  private static Map<Target, String> figures(List<EventPath> paths) {
    var figures = new EnumMap<Target, String>(Target.class);
    for (var large : paths) {
      if (large.modules() == LARGE) {
        figures.put(Target.INSTANT_RATE, "%.0f/s".formatted(large.modulesPerSecond()));
        figures.put(
            Target.ORCHESTRATOR_HEAP,
            "%d MiB resident in all".formatted(large.mebibytes().get("upgrade-orchestrator")));
        paths.stream()
            .filter(path -> path.modules() == SMALL)
            .mapToDouble(small -> small.modulesPerSecond() / large.modulesPerSecond())
            .findFirst()
            .ifPresent(growth -> figures.put(Target.INSTANT_GROWTH, "%.2f".formatted(growth)));
      }
    }
    return figures;
  }
}
