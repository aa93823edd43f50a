package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentName;

/** Says, when the user leaves with Ctrl-C, that the upgrade goes on and how to look at it. */
final class LeavingNotice implements AutoCloseable {
  private final Thread hook;

  LeavingNotice(Terminal terminal, EnvironmentName environment) {
    this.hook =
        new Thread(
            () ->
                terminal.say(
                    "The upgrade goes on without this command. See it with `flexup status --env %s`, wait for its end with `flexup wait --env %s`."
                        .formatted(environment, environment)),
            "leaving-notice");
    Runtime.getRuntime().addShutdownHook(hook);
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
