package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.ModuleId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When a preparation is likely to end, and what that rests on. With work W on s slots and a
 * critical path P no order of compiles ends before max(P, W ÷ s), and none that lets no slot idle
 * without need ends after W ÷ s + P (R. L. Graham, Bounds on Multiprocessing Timing Anomalies,
 * 1969).
 *
 * @param earliest time from now, {@code latest} as well; both null if there are no slots or no
 *     compile time is known at all
 * @param work compile time of all open modules
 * @param recorded how many open modules were compiled before
 * @param guessed how many open modules count with the median of the others
 * @param criticalPath open modules that have to be compiled one after the other, producers first
 */
public record Forecast(
    @Nullable Duration earliest,
    @Nullable Duration latest,
    Duration work,
    Duration longest,
    int slots,
    int recorded,
    int guessed,
    List<ChainLink> criticalPath) {

  static Forecast of(PlanGraph graph, Collection<PlannedModule> modules, int slots) {
    long median = median(modules);
    var times = new HashMap<ModuleId, Long>();
    int recorded = 0;
    for (var module : modules) {
      if (module.isOpen()) {
        var before = module.recordedMillis();
        recorded += before == null ? 0 : 1;
        times.put(module.name(), before == null ? median : before);
      }
    }
    var chain = graph.longestChain(module -> times.getOrDefault(module, 0L));
    var work = Duration.ofMillis(times.values().stream().mapToLong(time -> time).sum());
    var longest = chain.stream().map(ChainLink::time).reduce(Duration.ZERO, Duration::plus);
    boolean known = slots > 0 && (median > 0 || recorded > 0);
    var shared = work.dividedBy(Math.max(1, slots));
    return new Forecast(
        known ? (shared.compareTo(longest) > 0 ? shared : longest) : null,
        known ? shared.plus(longest) : null,
        work,
        longest,
        slots,
        recorded,
        times.size() - recorded,
        chain);
  }

  /** Returns the median of what compiles took, 0 if none is known. */
  private static long median(Collection<PlannedModule> modules) {
    var known =
        modules.stream()
            .map(m -> m.compileMillis() == null ? m.recordedMillis() : m.compileMillis())
            .filter(Objects::nonNull)
            .mapToLong(time -> time)
            .sorted()
            .toArray();
    return known.length == 0 ? 0 : known[known.length / 2];
  }
}
