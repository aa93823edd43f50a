package io.flexibleupgrades.benchmarks.report;

import java.util.List;
import java.util.Optional;

/** The middle and the ends of what was measured several times. */
public record Spread(double least, double median, double most) {

  /** Returns the spread of these values, empty if there are none. */
  public static Optional<Spread> of(List<Double> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return Optional.of(new Spread(sorted.getFirst(), median, sorted.getLast()));
  }

  /** Returns the value below which this share of the values is, for example 0.99. */
  public static double quantile(List<Double> values, double share) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(
        Math.clamp((long) Math.ceil(share * sorted.size()) - 1, 0, sorted.size() - 1));
  }

  /** Returns it as a ratio is written in the report. */
  public String ratio() {
    return "%.2f (%.2f–%.2f)".formatted(median, least, most);
  }
}
