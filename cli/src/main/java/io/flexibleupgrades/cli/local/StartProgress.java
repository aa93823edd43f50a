package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Shows how the system starts: each step with its time, and, on the live line, what is waited for.
 * It knows the steps by their sentences: {@code starting X…} and {@code X is ready (2.1 s)}.
 */
final class StartProgress implements Consumer<String>, AutoCloseable {
  private static final Pattern STARTING = Pattern.compile("starting (.+)…");
  private static final Pattern READY = Pattern.compile("(.+) is ready \\(.*");
  private static final Duration TICK = Duration.ofMillis(500);

  private final Terminal terminal;
  private final long begun = System.nanoTime();
  private final Set<String> awaited = new LinkedHashSet<>();
  private final AtomicBoolean done = new AtomicBoolean();
  private final Thread ticker = Thread.ofVirtual().name("start-progress").unstarted(this::tick);

  StartProgress(Terminal terminal) {
    this.terminal = terminal;
    ticker.start();
  }

  @Override
  public void accept(String step) {
    var starting = STARTING.matcher(step);
    var ready = READY.matcher(step);
    synchronized (awaited) {
      if (starting.matches()) {
        awaited.add(starting.group(1));
      } else if (ready.matches()) {
        awaited.remove(ready.group(1));
      }
    }
    terminal.say(Line.of(Colour.DIM, "%5.1f s  ".formatted(seconds())).plus(step));
  }

  private void tick() {
    while (!done.get()) {
      terminal.live(Line.of(Colour.DIM, "%5.1f s  ".formatted(seconds())).plus(waiting()));
      try {
        Thread.sleep(TICK);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private String waiting() {
    synchronized (awaited) {
      return awaited.isEmpty() ? "starting…" : "waiting for " + String.join(", ", awaited);
    }
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  @Override
  public void close() {
    end();
  }

  /** Ends the live line; steps that come later are still told. */
  void end() {
    if (done.compareAndSet(false, true)) {
      ticker.interrupt();
      try {
        ticker.join();
      } catch (InterruptedException e) {
        throw new InterruptedCommandException("starting", e);
      }
      terminal.endLive();
    }
  }
}
