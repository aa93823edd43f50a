package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.SteppedBar;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Shows an upgrade's progress: the banner's lines as they appear, and a bar. */
public final class ProgressView {
  private static final Pattern PERCENTAGE = Pattern.compile("\\d+%");

  private final Terminal terminal;
  private final SteppedBar bar;
  private Set<String> standing = Set.of();

  public ProgressView(Terminal terminal) {
    this.terminal = terminal;
    this.bar = new SteppedBar(terminal);
  }

  /** Shows this status; once it is an end, the last line stays. */
  public void show(UpgradeStatus status) {
    for (var message : status.messages()) {
      if (!standing.contains(withoutPercentage(message))) {
        terminal.say(Line.of(Colour.BOLD, message));
      }
    }
    standing =
        status.messages().stream()
            .map(ProgressView::withoutPercentage)
            .collect(Collectors.toUnmodifiableSet());
    if (status.state().isEnd()) {
      if (status.total() > 0) {
        bar.end(status.percentage(), status.caption());
      }
    } else {
      bar.show(status.percentage(), status.caption(), status.total() > 0);
    }
  }

  private static String withoutPercentage(String message) {
    return PERCENTAGE.matcher(message).replaceAll("%");
  }
}
