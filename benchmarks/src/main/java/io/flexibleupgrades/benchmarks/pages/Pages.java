package io.flexibleupgrades.benchmarks.pages;

import io.flexibleupgrades.benchmarks.report.Arguments;
import io.flexibleupgrades.benchmarks.report.Report;
import io.flexibleupgrades.benchmarks.report.Section;
import io.flexibleupgrades.benchmarks.report.Spread;
import io.flexibleupgrades.benchmarks.report.Target;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code benchmarks/pages}. */
@Command(
    name = "pages",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the Service Center's pages with a large factory.")
@SuppressWarnings("NullAway.Init")
public final class Pages implements Callable<Integer> {
  private static final Duration THINKING = Duration.ofSeconds(1);
  private static final int STATUS_READS_A_SECOND = 500;
  private static final int STREAMS = 1_000;
  private static final int BROWSED = 10;

  private final List<String> arguments;
  private final PrintStream out;

  @Option(
      names = "--modules",
      defaultValue = "20000",
      description = "Modules of the factory (${DEFAULT-VALUE}).")
  private int modules;

  @Option(names = "--readers", defaultValue = "20", description = "Readers (${DEFAULT-VALUE}).")
  private int readers;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "How long pages are read (${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--screenshots",
      description = "Folder for pictures of every page; none are taken without it.")
  private @Nullable Path screenshots;

  @Option(
      names = "--report",
      defaultValue = "../docs/performance.md",
      description = "The report's file (${DEFAULT-VALUE}).")
  private Path report;

  private Pages(List<String> arguments, PrintStream out) {
    this.arguments = arguments;
    this.out = out;
  }

  /** Measures, prints the tables on standard output and writes the report. */
  public static void main(String[] arguments) {
    var out = System.out;
    System.setOut(System.err);
    var command = new Pages(Arguments.shown(arguments), out);
    System.exit(new CommandLine(command).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (var prepared = PreparedFactory.of(modules)) {
      var figures = new EnumMap<Target, String>(Target.class);
      var lines = new ArrayList<String>();
      lines.add(
          """
          %,d modules: %,d prepared, %,d failed and %,d skipped, with a compiler that does nothing. \
          %d readers, each of whom opens a page chosen by chance and waits for a second before the \
          next, for %d s; milliseconds until the first byte.\
          """
              .formatted(
                  modules,
                  prepared.count("prepared"),
                  prepared.count("failed"),
                  prepared.count("skipped"),
                  readers,
                  seconds));
      readPages(prepared, lines, figures);
      readStatus(prepared, lines, figures);
      openStreams(prepared, lines, figures);
      browse(prepared, lines, figures);
      lines.forEach(out::println);
      Report.ofCheckout()
          .write(new Section("pages", "The pages", lines, figures), arguments, report);
      return 0;
    }
  }

  private void readPages(PreparedFactory prepared, List<String> lines, Map<Target, String> figures)
      throws InterruptedException {
    var pages = new Readers(prepared.pages());
    pages.read(readers, Duration.ZERO, Duration.ofSeconds(Math.min(seconds, 10)));
    var waits = pages.read(readers, THINKING, Duration.ofSeconds(seconds));
    lines.addAll(List.of("", "| page | reads | median | p99 | longest |"));
    lines.add("|---|---:|---:|---:|---:|");
    var all = new ArrayList<Double>();
    new TreeMap<>(waits)
        .forEach((page, times) -> {
          lines.add(row(prepared.shown(page), times));
          all.addAll(times);
        });
    lines.add(row("all", all));
    figures.put(Target.FIRST_BYTE, millis(Spread.quantile(all, 0.99)));
  }

  private void readStatus(
      PreparedFactory prepared, List<String> lines, Map<Target, String> figures) {
    var reads = new StatusReads();
    var time = Duration.ofSeconds(Math.min(seconds, 20));
    reads.read(prepared.status(), STATUS_READS_A_SECOND, time);
    double with = Spread.quantile(reads.read(prepared.status(), STATUS_READS_A_SECOND, time), 0.99);
    double without =
        Spread.quantile(reads.read(prepared.faultlessStatus(), STATUS_READS_A_SECOND, time), 0.99);
    lines.add("");
    lines.add(
        "The status, read %d times a second for %d s, at whatever pace it is answered: p99 %s with %,d failures, %s in an environment of 100 modules without any."
            .formatted(
                STATUS_READS_A_SECOND,
                time.toSeconds(),
                millis(with),
                prepared.count("failed"),
                millis(without)));
    figures.put(
        Target.STATUS_READ,
        "%s without, %s with %,d"
            .formatted(millis(without), millis(with), prepared.count("failed")));
  }

  private static void openStreams(
      PreparedFactory prepared, List<String> lines, Map<Target, String> figures)
      throws IOException, InterruptedException {
    long before = prepared.heapAfterCollection();
    try (var streams = OpenStreams.open(prepared.stream(), STREAMS)) {
      long with = prepared.heapAfterCollection();
      lines.add("");
      lines.add(
          "%,d open streams of changes, all of which got their first event (%,d): the Service Center's live heap is %d MiB, and %d MiB without them; its greatest heap is set to %d MiB."
              .formatted(STREAMS, streams.alive(), with, before, prepared.greatestHeap()));
      figures.put(Target.STREAMS, with + " MiB live");
    }
  }

  private void browse(PreparedFactory prepared, List<String> lines, Map<Target, String> figures) {
    try (var browser = new PageBrowser()) {
      var shown = browser.tableShown(prepared.modulesPage(), BROWSED);
      lines.add("");
      lines.add(
          "A browser shows the table of modules after %s in the median of %d, %s at the longest, its first start left out."
              .formatted(
                  millis(Spread.quantile(shown, 0.5)), BROWSED, millis(Spread.quantile(shown, 1))));
      figures.put(Target.TABLE_SHOWN, millis(Spread.quantile(shown, 1)));
      if (screenshots != null) {
        browser.takeScreenshots(prepared.pages(), screenshots);
      }
    }
  }

  private static String row(String name, List<Double> times) {
    return "| %s | %,d | %.0f | %.0f | %.0f |"
        .formatted(
            name,
            times.size(),
            Spread.quantile(times, 0.5),
            Spread.quantile(times, 0.99),
            Spread.quantile(times, 1));
  }

  private static String millis(double millis) {
    return millis < 10 ? "%.1f ms".formatted(millis) : "%.0f ms".formatted(millis);
  }
}
