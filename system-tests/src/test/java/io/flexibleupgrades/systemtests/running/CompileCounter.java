package io.flexibleupgrades.systemtests.running;

import java.io.IOException;
import java.nio.file.Files;

/** Counts how often a compiler was given a module, by the logs of all workers. */
public final class CompileCounter {
  private static final String LINE = "compile started module=";

  private final RunningSystem system;
  private long before;

  /** Counts from now on. */
  public CompileCounter(RunningSystem system) throws IOException {
    this.system = system;
    before = count();
  }

  /** Returns how many compiles there were since it was last asked. */
  public long rise() throws IOException {
    long now = count();
    long rise = now - before;
    before = now;
    return rise;
  }

  private long count() throws IOException {
    long count = 0;
    for (var worker : system.workers()) {
      try (var lines = Files.lines(system.process(worker).log())) {
        count += lines.filter(line -> line.contains(LINE)).count();
      }
    }
    return count;
  }
}
