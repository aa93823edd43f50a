package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.system.SystemSettings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flexup up}. */
@Command(
    name = "up",
    description = "Runs the system on this machine until Ctrl-C; its state is kept.")
@SuppressWarnings("NullAway.Init")
public final class UpCommand implements Callable<Integer> {
  private static final int MOST_WORKERS = 64;

  private final Session session;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Number of preparation workers (default: 1).")
  private int workers = 1;

  @Mixin private DataOption data;

  public UpCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (workers < 0 || workers > MOST_WORKERS) {
      throw new WrongUsageException("--workers takes a number from 0 to " + MOST_WORKERS + ".");
    }
    var terminal = session.terminal();
    try (var progress = new StartProgress(terminal)) {
      var settings =
          SystemSettings.keeping(new Installation(session.home()), data.folder(session), progress)
              .withWorkers(workers);
      try (var system = LocalSystem.start(settings, terminal)) {
        progress.end();
        var addresses = system.endpoints();
        terminal.print("Service Center  " + addresses.serviceCenter());
        terminal.print("Orchestrator    " + addresses.orchestrator());
        terminal.print("Artifact store  " + addresses.store());
        terminal.say("Ready. Ctrl-C stops everything; the state is kept.");
        system.awaitSignal();
      }
    }
    return ExitCode.OK;
  }
}
