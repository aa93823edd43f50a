package io.flexibleupgrades.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** The supervisor of a data folder, seen from another process. */
public final class RunningSupervisor {

  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private RunningSupervisor() {}

  /**
   * Asks the supervisor of a data folder to end, waits until it has, and ends what a killed one
   * left behind.
   *
   * @return whether anything was running
   */
  public static boolean stop(Path dataFolder, Duration timeout, Consumer<String> progress)
      throws IOException, InterruptedException {
    if (!Files.isDirectory(dataFolder)) {
      return false;
    }
    var asked = false;
    var giveUp = System.nanoTime() + timeout.toNanos();
    while (true) {
      try (var lock = DataFolderLock.take(dataFolder)) {
        var left = ProcessLedger.endLeftovers(dataFolder);
        left.forEach((name, pid) -> progress.accept("ended %s (process %d)".formatted(name, pid)));
        return asked || (lock.isHeld() && !left.isEmpty());
      } catch (DataFolderInUseException e) {
        asked = asked || ask(dataFolder, progress);
        if (System.nanoTime() > giveUp) {
          throw new IOException(
              "The supervisor of %s has not ended within %d s. %s"
                  .formatted(dataFolder, timeout.toSeconds(), e.getMessage()),
              e);
        }
        Thread.sleep(LOOK_EVERY);
      }
    }
  }

  private static boolean ask(Path dataFolder, Consumer<String> progress) throws IOException {
    var holder = DataFolderLock.holder(dataFolder).flatMap(ProcessHandle::of);
    holder.ifPresent(supervisor -> {
      progress.accept("stopping process " + supervisor.pid() + "…");
      supervisor.destroy();
    });
    return holder.isPresent();
  }
}
