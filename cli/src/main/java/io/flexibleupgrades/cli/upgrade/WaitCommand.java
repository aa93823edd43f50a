package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flexup wait}. */
@Command(name = "wait", description = "Waits until the environment's upgrade has ended.")
@SuppressWarnings("NullAway.Init")
public final class WaitCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--timeout",
      paramLabel = "D",
      description = "Longest time to wait, such as 30s, 5m or PT5M (default: no limit).")
  private Duration timeout = Duration.ofDays(3650);

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public WaitCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var end =
          new FollowedUpgrade(
                  connection,
                  name,
                  OpenUpgrade.of(connection, name).map(OpenUpgrade::id),
                  StandstillNotice.ofAll(terminal, name),
                  terminal)
              .untilEnd(timeout);
      if (end.isEmpty()) {
        terminal.complain(
            "The upgrade of %s has not ended within %s; it goes on."
                .formatted(name, Durations.text(timeout)));
        return ExitCode.TIMED_OUT;
      }
      if (output.isJson()) {
        terminal.json().print(end.get().json());
      }
      return end.get().state().exitCode();
    }
  }
}
