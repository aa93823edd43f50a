package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.connection.Endpoints;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.embedded.system.EmbeddedSystem;
import io.flexibleupgrades.embedded.system.SystemSettings;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The embedded system while this process runs it. Ctrl-C and SIGTERM end it in order, also while it
 * is being started: the command's thread is interrupted, and the process ends when all is stopped.
 */
final class LocalSystem implements AutoCloseable {
  private final Terminal terminal;
  private final Thread command = Thread.currentThread();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stopAtSignal, "stop-at-signal");
  private volatile @Nullable EmbeddedSystem system;

  private LocalSystem(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Starts the system and returns when all of it is ready. */
  static LocalSystem start(SystemSettings settings, Terminal terminal) {
    var local = new LocalSystem(terminal);
    Runtime.getRuntime().addShutdownHook(local.hook);
    try {
      local.system = EmbeddedSystem.start(settings);
      return local;
    } catch (IOException | RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedCommandException(
            "starting", new InterruptedException(String.valueOf(e.getMessage())));
      }
      local.removeHook();
      throw new CommandFailedException(
          "The system does not start. " + String.valueOf(e.getMessage()), e);
    } finally {
      local.begun.countDown();
    }
  }

  Endpoints endpoints() {
    var addresses = running().endpoints();
    return new Endpoints(addresses.serviceCenter(), addresses.orchestrator(), addresses.store());
  }

  Connection connect() {
    return Connection.to(endpoints());
  }

  /** Returns only when the process is asked to end. */
  void awaitSignal() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new InterruptedCommandException("running", e);
    }
  }

  @Override
  public void close() {
    if (!removeHook()) {
      return;
    }
    stop(running());
  }

  private void stopAtSignal() {
    command.interrupt();
    try {
      begun.await();
    } catch (InterruptedException e) {
      return;
    }
    var started = system;
    if (started != null) {
      stop(started);
    }
    terminal.say("Stopped.");
  }

  private void stop(EmbeddedSystem started) {
    terminal.say("Stopping…");
    try {
      started.close();
    } catch (IOException e) {
      terminal.complain("Not everything could be stopped: " + e.getMessage());
    }
  }

  private EmbeddedSystem running() {
    var started = system;
    if (started == null) {
      throw new IllegalStateException("The system is not started.");
    }
    return started;
  }

  /** Returns whether the hook had not begun its work. */
  private boolean removeHook() {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }
}
