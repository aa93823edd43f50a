package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentName;

/** Says, when the user leaves with Ctrl-C, how things stand then and how to look at them. */
public final class LeavingNotice implements AutoCloseable {
  private final Thread hook;

  public LeavingNotice(Terminal terminal, String text) {
    this.hook = new Thread(() -> terminal.say(text), "leaving-notice");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Returns the notice that the upgrade goes on. */
  public static LeavingNotice ofUpgrade(Terminal terminal, EnvironmentName environment) {
    return new LeavingNotice(
        terminal,
        "The upgrade goes on without this command. See it with `flexup status --env %s`, wait for its end with `flexup wait --env %s`."
            .formatted(environment, environment));
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending already, and the notice is being shown
    }
  }
}
