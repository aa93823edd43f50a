package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.embedded.process.RunningSupervisor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code flexup down}. */
@Command(name = "down", description = "Ends the system that runs on the data folder.")
@SuppressWarnings("NullAway.Init")
public final class DownCommand implements Callable<Integer> {
  /** Workers may finish what they compile, which takes up to a minute. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final Session session;

  @Mixin private DataOption data;

  public DownCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var folder = data.folder(session);
    var terminal = session.terminal();
    try {
      boolean ended = RunningSupervisor.stop(folder, LONGEST, terminal::say);
      terminal.say(ended ? "Stopped." : "Nothing is running on the data folder " + folder + ".");
      return ExitCode.OK;
    } catch (IOException e) {
      throw new CommandFailedException("The system cannot be stopped: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new InterruptedCommandException("waiting for the end of the system", e);
    }
  }
}
