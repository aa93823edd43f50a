package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import io.flexibleupgrades.benchmarks.report.Arguments;
import io.flexibleupgrades.benchmarks.report.Report;
import io.flexibleupgrades.benchmarks.report.Section;
import io.flexibleupgrades.benchmarks.report.Spread;
import io.flexibleupgrades.benchmarks.report.Target;
import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.systemtests.factory.Oracle;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code benchmarks/compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the system beside the tools that people would use instead, in turns.")
@SuppressWarnings("NullAway.Init")
public final class Compare implements Callable<Integer> {
  private static final Path FOLDER = Path.of("target", "compare").toAbsolutePath();

  private final List<String> arguments;
  private final PrintStream out;

  @Option(names = "--rounds", defaultValue = "5", description = "Rounds (${DEFAULT-VALUE}).")
  private int rounds;

  @Mixin private ShapeOptions shape;

  @Option(
      names = "--without",
      split = ",",
      description = "What is left out: maven, processes, all-at-once, bare, system.")
  private List<String> without = List.of();

  @Option(
      names = "--maven-repository",
      defaultValue = "",
      description = "Maven's local repository, which must have the compiler and jar plug-ins.")
  private String mavenRepository;

  @Option(
      names = "--report",
      defaultValue = "../docs/performance.md",
      description = "The report's file (${DEFAULT-VALUE}).")
  private Path report;

  private Compare(List<String> arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Measures, prints the table on standard output and writes the report. */
  public static void main(String[] arguments) {
    var out = System.out;
    System.setOut(System.err);
    var command = new Compare(Arguments.shown(arguments), out);
    System.exit(new CommandLine(command).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Folders.delete(FOLDER);
    var factory = GeneratedFactory.write(shape.shape(), FOLDER.resolve("made"));
    var contestants = contestants(factory);
    var turns = new ArrayList<>(contestants);
    var runs = new ArrayList<Run>();
    for (int round = 1; round <= rounds; round++) {
      for (var contestant : turns) {
        var folder = FOLDER.resolve(contestant.name());
        for (var run : contestant.run(folder, round)) {
          System.err.printf(
              "round %d: %s: %d modules in %.2f s%n",
              round, run.measured().title(), run.modules(), run.seconds());
          runs.add(checked(factory, run));
        }
        Folders.delete(folder);
      }
      Collections.rotate(turns, 1);
    }
    var comparison = new Comparison(runs);
    comparison.table().forEach(out::println);
    Report.ofCheckout().write(section(factory, contestants, comparison), arguments, report);
    return 0;
  }

  private List<Contestant> contestants(GeneratedFactory factory) {
    var all = new ArrayList<Contestant>();
    all.add(new MavenBuild(factory, mavenRepository));
    if (!without.contains("processes")) {
      all.add(ProcessPerModule.installed(factory));
    }
    // After an error it writes some classes and not others, whoever consumes whom.
    if (factory.blueprint().broken().isEmpty()) {
      all.add(new AllAtOnce(factory));
    }
    all.add(new BareCompiler(factory));
    all.add(new WholeSystem(factory));
    all.removeIf(contestant -> without.contains(contestant.name()));
    return all;
  }

  private static Run checked(GeneratedFactory factory, Run run) {
    int expected = new Oracle(factory.blueprint()).outcome().prepared().size();
    if (run.modules() != expected) {
      throw new IllegalStateException(
          "%s compiled %d modules instead of %d: nothing can be compared. Its log is below %s."
              .formatted(run.measured().title(), run.modules(), expected, FOLDER));
    }
    return run;
  }

  private Section section(
      GeneratedFactory factory, List<Contestant> contestants, Comparison comparison)
      throws IOException, InterruptedException {
    FactoryShape made = factory.shape();
    var lines = new ArrayList<String>();
    lines.add(
        """
        A generated factory of %,d modules on %d levels, 0 to %d producers each, %,d lines in all; \
        %d %% of the modules do not compile. %d rounds, in turns. All compile the same sources \
        with `%s`. The system's time runs from the request to upgrade until the Service Center \
        shows the end; that is looked for every 50 ms.\
        """
            .formatted(
                made.modules(),
                made.levels(),
                made.fanOut(),
                factory.lines(),
                made.failingPercent(),
                rounds,
                String.join(" ", GeneratedFactory.options())));
    lines.add("");
    for (var contestant : contestants) {
      lines.add("- `%s`: %s".formatted(contestant.name(), contestant.version()));
    }
    lines.add("");
    lines.addAll(comparison.table());
    return new Section("compare", "Beside other tools", lines, figures(comparison));
  }

  private static Map<Target, String> figures(Comparison comparison) {
    var figures = new EnumMap<Target, String>(Target.class);
    Map.of(
            Target.FRESH_TO_MAVEN, List.of(Measured.SYSTEM_FRESH, Measured.MAVEN),
            Target.WARM_TO_MAVEN, List.of(Measured.SYSTEM_WARM, Measured.MAVEN),
            Target.FRESH_TO_BARE, List.of(Measured.SYSTEM_FRESH, Measured.BARE_FRESH),
            Target.WARM_TO_BARE, List.of(Measured.SYSTEM_WARM, Measured.BARE_WARM),
            Target.CACHED_TO_FIRST, List.of(Measured.SYSTEM_CACHED, Measured.SYSTEM_FRESH))
        .forEach((target, pair) ->
            comparison
                .ratio(pair.getFirst(), pair.getLast())
                .map(Spread::ratio)
                .ifPresent(figure -> figures.put(target, figure)));
    return figures;
  }
}
