package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.systemtests.faults.FaultLines.Way;
import java.time.Duration;

/** Something that goes wrong during a run, and mends by itself. */
sealed interface Fault {

  /** SIGKILL; the process is started again. */
  record Kill(String process) implements Fault {
    @Override
    public String toString() {
      return "kill " + process;
    }
  }

  /** SIGKILL for the compile daemons of a worker. */
  record KillDaemons(String worker) implements Fault {
    @Override
    public String toString() {
      return "kill daemons of " + worker;
    }
  }

  /** SIGTERM; the process ends in order and is started again. */
  record Restart(String process) implements Fault {
    @Override
    public String toString() {
      return "restart " + process;
    }
  }

  /** SIGSTOP, and SIGCONT after a while. */
  record Freeze(String process, Duration time) implements Fault {
    @Override
    public String toString() {
      return "freeze %s for %d ms".formatted(process, time.toMillis());
    }
  }

  /** A disturbed line, mended after a while. */
  record Disturb(Way way, LineFault fault, Duration time) implements Fault {
    @Override
    public String toString() {
      return "%s %s for %d ms".formatted(fault, way, time.toMillis());
    }
  }
}
