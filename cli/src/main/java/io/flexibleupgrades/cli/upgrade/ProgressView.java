package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.ProgressBar;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shows an upgrade's progress: the banner's lines as they appear, and a bar. Without a live line it
 * says every tenth percent instead.
 */
public final class ProgressView {
  private static final Pattern PERCENTAGE = Pattern.compile("\\d+%");
  private static final int STEP = 10;

  private final Terminal terminal;
  private final Set<String> said = new HashSet<>();
  private int saidStep = -1;

  public ProgressView(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Shows this status; once it is an end, the last line stays. */
  public void show(UpgradeStatus status) {
    for (var message : status.messages()) {
      if (said.add(PERCENTAGE.matcher(message).replaceAll("%"))) {
        terminal.say(Line.of(Colour.BOLD, message));
      }
    }
    int columns = terminal.showsLiveLine() ? terminal.liveColumns() : 80;
    var bar = ProgressBar.render(status.percentage(), status.caption(), columns);
    int step = status.percentage() / STEP;
    if (status.state().isEnd()) {
      if (status.total() > 0) {
        terminal.say(bar);
      }
    } else if (terminal.showsLiveLine()) {
      terminal.live(bar);
    } else if (step > saidStep && status.total() > 0) {
      terminal.say(bar);
    }
    saidStep = Math.max(step, saidStep);
  }
}
