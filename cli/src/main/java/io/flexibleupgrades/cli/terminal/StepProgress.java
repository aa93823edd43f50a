package io.flexibleupgrades.cli.terminal;

import java.util.concurrent.atomic.AtomicInteger;

/** How many of a known number of pieces of work are done, on the live line. Thread-safe. */
public final class StepProgress implements AutoCloseable {
  private final Terminal terminal;
  private final String what;
  private final int total;
  private final AtomicInteger done = new AtomicInteger();

  public StepProgress(Terminal terminal, String what, int total) {
    this.terminal = terminal;
    this.what = what;
    this.total = total;
  }

  /** Counts one more piece. */
  public void advance() {
    show(done.incrementAndGet());
  }

  private void show(int now) {
    if (total > 0) {
      var caption = "%s %d of %d".formatted(what, now, total);
      terminal.live(
          ProgressBar.render((int) (100L * now / total), caption, terminal.liveColumns()));
    }
  }

  @Override
  public void close() {
    terminal.endLive();
  }
}
