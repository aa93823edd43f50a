package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.details.Throughput;
import java.util.ArrayList;
import java.util.List;

/**
 * The throughput as it is drawn.
 *
 * @param most settled modules in the best interval
 */
public record ThroughputChart(Throughput throughput, int most, List<Bar> bars) {
  /** Height of the chart in its own units; each bar is ten wide. */
  static final int HEIGHT = 100;

  private static final int STEP = 10;

  /**
   * An interval.
   *
   * @param x left edge
   * @param y upper edge
   */
  public record Bar(int x, int y, int height, int settled) {}

  static ThroughputChart of(Throughput throughput) {
    int most = throughput.settled().stream().mapToInt(count -> count).max().orElse(0);
    var bars = new ArrayList<Bar>();
    for (int count : throughput.settled()) {
      int height = Math.ceilDiv(count * HEIGHT, Math.max(1, most));
      bars.add(new Bar(bars.size() * STEP, HEIGHT - height, height, count));
    }
    return new ThroughputChart(throughput, most, List.copyOf(bars));
  }

  public int width() {
    return Math.max(STEP, bars.size() * STEP);
  }
}
