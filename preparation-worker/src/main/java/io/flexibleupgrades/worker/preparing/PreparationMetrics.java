package io.flexibleupgrades.worker.preparing;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What this worker has done, as numbers for whoever watches it. */
public final class PreparationMetrics {
  private final Counter compiles;
  private final Counter known;
  private final Counter prepared;
  private final Counter skipped;
  private final Counter poison;
  private final Timer compileTime;
  private final Map<FailureKind, Counter> failures = new EnumMap<>(FailureKind.class);

  public PreparationMetrics(MeterRegistry registry) {
    compiles = registry.counter("flexup.compiles");
    known = registry.counter("flexup.action.cache.hits");
    prepared = registry.counter("flexup.modules.prepared");
    skipped = registry.counter("flexup.skips");
    poison = registry.counter("flexup.poison.records");
    compileTime = registry.timer("flexup.compile.time");
    for (var kind : FailureKind.values()) {
      failures.put(kind, registry.counter("flexup.failures", "kind", kind.toString()));
    }
  }

  /** Counts modules that were given to the compiler. */
  void compiled(int modules) {
    compiles.increment(modules);
  }

  void compileTime(Duration time) {
    compileTime.record(time);
  }

  void actionKnown() {
    known.increment();
  }

  void poison() {
    poison.increment();
  }

  void ended(List<Result> results) {
    for (var result : results) {
      switch (result) {
        case Prepared _ -> prepared.increment();
        case Skipped _ -> skipped.increment();
        case Failed failed -> {
          var counter = failures.get(failed.kind());
          if (counter != null) {
            counter.increment();
          }
        }
      }
    }
  }
}
