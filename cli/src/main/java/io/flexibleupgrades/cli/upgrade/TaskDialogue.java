package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.SystemTask;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tasks that follow an on-premises platform upgrade, and the question whether to start them.
 */
final class TaskDialogue {
  /** What the operator wants. */
  enum Decision {
    OK,
    CANCEL,
    /** The operator is gone, and nothing is decided. */
    LEFT
  }

  private static final List<String> TASKS =
      Stream.concat(
              Arrays.stream(SystemTask.values()).map(SystemTask::title),
              Stream.of("Prepare modules"))
          .toList();
  private static final Set<String> OK = Set.of("ok", "o", "yes", "y");
  private static final Set<String> CANCEL = Set.of("cancel", "c", "no", "n");

  private final Terminal terminal;

  TaskDialogue(Terminal terminal) {
    this.terminal = terminal;
  }

  void listTasks() {
    terminal.say("The next tasks, in this order:");
    for (int i = 0; i < TASKS.size(); i++) {
      terminal.say("  %d. %s".formatted(i + 1, TASKS.get(i)));
    }
  }

  /** Asks until the answer is clear; Enter alone is none. */
  Decision ask() {
    while (true) {
      var line = terminal.ask("OK / Cancel:");
      if (line.isEmpty()) {
        return Decision.LEFT;
      }
      var answer = line.get().strip().toLowerCase(Locale.ROOT);
      if (OK.contains(answer)) {
        return Decision.OK;
      }
      if (CANCEL.contains(answer)) {
        return Decision.CANCEL;
      }
      terminal.say("Type OK to start these tasks, or Cancel to start none.");
    }
  }
}
