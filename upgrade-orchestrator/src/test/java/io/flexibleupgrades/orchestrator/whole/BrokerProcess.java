package io.flexibleupgrades.orchestrator.whole;

import java.io.IOException;
import java.time.Duration;

/** The test's broker, seen from outside. */
public final class BrokerProcess {
  private BrokerProcess() {}

  /** Stops the broker's process for this long and lets it go on; the work runs meanwhile. */
  public static void whileStopped(Duration pause, Runnable work)
      throws IOException, InterruptedException {
    long pid =
        ProcessHandle.current()
            .descendants()
            .filter(process -> process.info().commandLine().orElse("").contains("KafkaBrokerMain"))
            .findFirst()
            .orElseThrow()
            .pid();
    signal("STOP", pid);
    try {
      work.run();
      Thread.sleep(pause);
    } finally {
      signal("CONT", pid);
    }
  }

  static void signal(String name, long pid) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
  }
}
