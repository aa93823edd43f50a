package io.flexibleupgrades.cli.terminal;

/** A progress bar on the live line. Where there is none, every tenth percent is said instead. */
public final class SteppedBar {
  private static final int STEP = 10;
  private static final int USUAL_COLUMNS = 80;

  private final Terminal terminal;
  private int saidStep = -1;

  public SteppedBar(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Shows how far the work is.
   *
   * @param measured whether the percentage says anything yet
   */
  public void show(int percentage, String caption, boolean measured) {
    var bar = bar(percentage, caption);
    int step = percentage / STEP;
    if (terminal.showsLiveLine()) {
      terminal.live(bar);
    } else if (step > saidStep && measured) {
      terminal.say(bar);
    }
    saidStep = Math.max(step, saidStep);
  }

  /** Shows how far the work is at its end; the line stays. */
  public void end(int percentage, String caption) {
    terminal.say(bar(percentage, caption));
  }

  private Line bar(int percentage, String caption) {
    int columns = terminal.showsLiveLine() ? terminal.liveColumns() : USUAL_COLUMNS;
    return ProgressBar.render(percentage, caption, columns);
  }
}
