package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All runs of a comparison. */
record Comparison(List<Run> runs) {
  private static final String NONE = "–";

  Comparison {
    runs = List.copyOf(runs);
  }

  /** Returns the seconds of all rounds, if there were any. */
  Optional<Spread> seconds(Measured measured) {
    return Spread.of(of(measured).stream().map(Run::seconds).toList());
  }

  /** Returns the ratio in each round in which both were measured. */
  Optional<Spread> ratio(Measured dividend, Measured divisor) {
    var ratios = new ArrayList<Double>();
    for (var run : of(dividend)) {
      of(divisor).stream()
          .filter(other -> other.round() == run.round())
          .forEach(other -> ratios.add(run.seconds() / other.seconds()));
    }
    return Spread.of(ratios);
  }

  /** Returns the lines of a Markdown table. */
  List<String> table() {
    var lines = new ArrayList<String>();
    lines.add(
        """
        | what | modules | median s | min–max s | modules/s | ÷ Maven | ÷ bare compiler as warm |\
        """);
    lines.add("|---|---:|---:|---:|---:|---:|---:|");
    for (var measured : Measured.values()) {
      seconds(measured).ifPresent(seconds -> lines.add(row(measured, seconds)));
    }
    return lines;
  }

  private String row(Measured measured, Spread seconds) {
    int modules = of(measured).getFirst().modules();
    return "| %s | %d | %.2f | %.2f–%.2f | %.1f | %s | %s |"
        .formatted(
            measured.title(),
            modules,
            seconds.median(),
            seconds.least(),
            seconds.most(),
            modules / seconds.median(),
            ratio(measured, Measured.MAVEN).map(Spread::ratio).orElse(NONE),
            bareAsWarm(measured)
                .flatMap(bare -> ratio(measured, bare))
                .map(Spread::ratio)
                .orElse(NONE));
  }

  private static Optional<Measured> bareAsWarm(Measured measured) {
    return switch (measured) {
      case MAVEN, PROCESSES, ALL_AT_ONCE, SYSTEM_FRESH -> Optional.of(Measured.BARE_FRESH);
      case SYSTEM_WARM -> Optional.of(Measured.BARE_WARM);
      case BARE_FRESH, BARE_WARM, SYSTEM_CACHED -> Optional.empty();
    };
  }

  private List<Run> of(Measured measured) {
    return runs.stream().filter(run -> run.measured() == measured).toList();
  }
}
