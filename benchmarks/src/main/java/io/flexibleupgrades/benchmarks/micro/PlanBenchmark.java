package io.flexibleupgrades.benchmarks.micro;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
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

/** The plan of a factory with five edges for each module. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanBenchmark {
  @Param({"10000", "100000"})
  public int modules;

  private List<EnlistedModule> enlisted = List.of();

  @Setup
  public void enlist() {
    enlisted = EnlistedFactory.of(modules);
  }

  @Benchmark
  public PreparationPlan plan() {
    return PreparationPlan.of(enlisted);
  }
}
