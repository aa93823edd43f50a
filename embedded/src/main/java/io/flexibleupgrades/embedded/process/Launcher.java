package io.flexibleupgrades.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Starts child processes. All of them are started by one thread that never ends: the kernel's
 * parent-death signal is sent when the <em>thread</em> that started a child ends, not only when the
 * process does.
 */
final class Launcher {

  /** Puts a child into a session of its own: Ctrl-C in a terminal is for the supervisor alone. */
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final LinkedBlockingQueue<Runnable> starts = new LinkedBlockingQueue<>();
  private final Path logs;
  private final long logLimitBytes;

  Launcher(Path logs, long logLimitBytes) {
    this.logs = logs;
    this.logLimitBytes = logLimitBytes;
    Thread.ofPlatform().daemon().name("launcher").start(this::startForever);
  }

  Path log(String name) {
    return logs.resolve(name + ".log");
  }

  ProcessRun launch(ServiceProcess service) {
    try {
      var log = new RotatingLog(log(service.name()), logLimitBytes);
      var run = new ProcessRun(start(service), service.readiness());
      // a platform thread: reading a pipe would hold one of the few carriers for the child's life
      Thread.ofPlatform()
          .daemon()
          .name("output-" + service.name())
          .start(() -> run.copyOutput(log));
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the log " + log(service.name()), e);
    }
  }

  private Process start(ServiceProcess service) throws IOException {
    var command = new ArrayList<String>();
    if (Files.isExecutable(SETSID)) {
      command.add(SETSID.toString());
    }
    command.addAll(service.command());
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(service.environment());
    var started = new CompletableFuture<Process>();
    starts.add(() -> {
      try {
        started.complete(builder.start());
      } catch (IOException e) {
        started.completeExceptionally(e);
      }
    });
    try {
      return started.join();
    } catch (CompletionException e) {
      throw new IOException(
          "Cannot start %s: %s".formatted(service.title(), service.command()), e.getCause());
    }
  }

  private void startForever() {
    try {
      while (true) {
        starts.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
