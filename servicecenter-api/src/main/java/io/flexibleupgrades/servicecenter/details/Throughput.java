package io.flexibleupgrades.servicecenter.details;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How many modules were settled over time.
 *
 * @param start of the first interval
 * @param interval how long each is
 * @param settled modules settled in each interval, from the first to the last settled module
 */
public record Throughput(Instant start, Duration interval, List<Integer> settled) {
  private static final int MOST_INTERVALS = 60;

  static Throughput of(Collection<PlannedModule> modules) {
    var times =
        modules.stream().map(PlannedModule::settledAt).filter(Objects::nonNull).sorted().toList();
    if (times.isEmpty()) {
      return new Throughput(Instant.EPOCH, Duration.ofSeconds(1), List.of());
    }
    var first = times.getFirst();
    long seconds = Duration.between(first, times.getLast()).toSeconds() + 1;
    long interval = Math.ceilDiv(seconds, MOST_INTERVALS);
    int[] counts = new int[(int) Math.ceilDiv(seconds, interval)];
    times.forEach(time -> counts[(int) (Duration.between(first, time).toSeconds() / interval)]++);
    return new Throughput(
        first, Duration.ofSeconds(interval), IntStream.of(counts).boxed().toList());
  }
}
