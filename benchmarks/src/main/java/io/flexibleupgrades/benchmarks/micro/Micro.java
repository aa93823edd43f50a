package io.flexibleupgrades.benchmarks.micro;

import io.flexibleupgrades.benchmarks.report.Arguments;
import io.flexibleupgrades.benchmarks.report.Report;
import io.flexibleupgrades.benchmarks.report.Section;
import io.flexibleupgrades.benchmarks.report.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/micro}. */
@Command(
    name = "micro",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the plan, the decider and the message codec with JMH.")
@SuppressWarnings("NullAway.Init")
public final class Micro implements Callable<Integer> {
  private static final String HEAP = "-Xmx1g";

  private final List<String> arguments;

  @Option(names = "--forks", defaultValue = "2", description = "JVMs each (${DEFAULT-VALUE}).")
  private int forks;

  @Option(
      names = "--iterations",
      defaultValue = "5",
      description = "Measured iterations of a second in each JVM (${DEFAULT-VALUE}).")
  private int iterations;

  @Option(
      names = "--only",
      defaultValue = "",
      description = "A regular expression for the names of the benchmarks.")
  private String only;

  @Option(
      names = "--report",
      defaultValue = "../docs/performance.md",
      description = "The report's file (${DEFAULT-VALUE}).")
  private Path report;

  private Micro(List<String> arguments) {
    this.arguments = arguments;
  }

  /** Measures, prints the table on standard output and writes the report. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Micro(Arguments.shown(arguments))).execute(arguments));
  }

  @Override
  public Integer call() throws RunnerException, IOException {
    var options =
        new OptionsBuilder()
            .include(Micro.class.getPackageName() + ".*" + only)
            .forks(forks)
            .warmupIterations(iterations)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgs(HEAP)
            .shouldFailOnError(true)
            .build();
    var lines = new ArrayList<String>();
    lines.add(
        """
        JMH, %d JVMs with `%s` each, %d iterations of 1 s after as many to warm up; the error is \
        half of the 99.9 %% confidence interval.\
        """
            .formatted(forks, HEAP, iterations));
    lines.addAll(List.of("", "| benchmark | average | error | unit |", "|---|---:|---:|---|"));
    var figures = new EnumMap<Target, String>(Target.class);
    for (var result : new Runner(options).run()) {
      lines.add(row(result));
      if (name(result).equals("PlanBenchmark.plan 100000")) {
        figures.put(Target.PLAN, "%.0f ms".formatted(result.getPrimaryResult().getScore()));
      }
    }
    lines.forEach(System.out::println);
    Report.ofCheckout()
        .write(new Section("micro", "The pure parts", lines, figures), arguments, report);
    return 0;
  }

  private static String row(RunResult result) {
    var measured = result.getPrimaryResult();
    return "| %s | %.3f | %.3f | %s |"
        .formatted(
            name(result), measured.getScore(), measured.getScoreError(), measured.getScoreUnit());
  }

  private static String name(RunResult result) {
    var parameters = result.getParams();
    var type = parameters.getBenchmark().substring(Micro.class.getPackageName().length() + 1);
    return type
        + " "
        + parameters.getParamsKeys().stream()
            .map(parameters::getParam)
            .collect(Collectors.joining(" "));
  }
}
