package io.flexibleupgrades.benchmarks.micro;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.orchestrator.preparation.PreparationEvolution;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole preparations without anything around the decider. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DeciderBenchmark {
  @Param({"1000", "10000", "100000"})
  public int modules;

  private List<EnlistedModule> enlisted = List.of();
  private List<PreparationEvent> events = List.of();

  @Setup
  public void enlist() {
    enlisted = EnlistedFactory.of(modules);
    events = new DecidedPreparation(enlisted).events();
  }

  /** Decides and evolves every step from the plan to the end. */
  @Benchmark
  public List<PreparationEvent> decide() {
    return new DecidedPreparation(enlisted).events();
  }

  /** Folds the events of the same preparation, as after a restart. */
  @Benchmark
  public PreparationState fold() {
    var state = PreparationEvolution.initial();
    for (var event : events) {
      state = PreparationEvolution.evolve(state, event);
    }
    return state;
  }
}
