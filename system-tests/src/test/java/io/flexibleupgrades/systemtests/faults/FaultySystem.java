package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.systemtests.faults.Fault.Disturb;
import io.flexibleupgrades.systemtests.faults.Fault.Freeze;
import io.flexibleupgrades.systemtests.faults.Fault.Kill;
import io.flexibleupgrades.systemtests.faults.Fault.KillDaemons;
import io.flexibleupgrades.systemtests.faults.Fault.Restart;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A running system to which anything can happen. */
record FaultySystem(RunningSystem running, FaultLines lines) implements AutoCloseable {
  private static final Duration RESTARTED = Duration.ofMinutes(1);

  /** Starts a system with a line between any two of its processes. */
  static FaultySystem start(
      String name, int workers, Map<String, Map<String, String>> environment) {
    var lines = new FaultLines();
    return new FaultySystem(RunningSystem.start(name, workers, environment, lines), lines);
  }

  /** Does this to it; what mends after a while has mended on return. */
  void suffer(Fault fault) throws InterruptedException {
    switch (fault) {
      case Kill(var process) -> running.process(process).kill();
      case KillDaemons(var worker) -> daemonsOf(worker).forEach(ProcessHandle::destroyForcibly);
      case Restart(var process) -> running.process(process).restart(RESTARTED);
      case Freeze(var process, var time) -> {
        running.process(process).signal("STOP");
        Thread.sleep(time);
        running.process(process).signal("CONT");
      }
      case Disturb(var way, var what, var time) -> {
        lines.line(way).disturb(what);
        Thread.sleep(time);
        lines.line(way).mend();
      }
    }
  }

  /** Returns when all processes are ready and all lines are in order. */
  void recover() throws InterruptedException {
    lines.mendAll();
    for (var process : running.processes()) {
      running.process(process).signal("CONT");
    }
    running.awaitReady();
  }

  List<ProcessHandle> daemonsOf(String worker) {
    return ProcessHandle.of(running.process(worker).pid()).stream()
        .flatMap(ProcessHandle::children)
        .toList();
  }

  @Override
  public void close() throws IOException {
    running.close();
    lines.close();
  }
}
