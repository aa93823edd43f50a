package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.bundle.ScratchFolder;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.system.SystemSettings;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flexup demo}. */
@Command(
    name = "demo",
    description =
        "Starts everything, imports the sample factory on 11.8.0 and upgrades it to 11.9.0.")
@SuppressWarnings("NullAway.Init")
public final class DemoCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--exit",
      description = "Stop when the preparation has ended, instead of staying up.")
  private boolean exit;

  @Mixin private DataOption data;
  @Mixin private OutputOption output;

  public DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    terminal.say("Flexible Upgrades: a demonstration with everything on this machine.");
    try (var scratch = new ScratchFolder();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var progress = new StartProgress(terminal)) {
      var samples =
          threads.submit(() -> SampleBundles.make(session.home(), scratch.path(), progress));
      try (var system = LocalSystem.start(settings(progress), terminal)) {
        progress.end();
        return show(system, samples);
      }
    }
  }

  private SystemSettings settings(StartProgress progress) {
    return SystemSettings.keeping(new Installation(session.home()), data.folder(session), progress)
        .startingEmpty("demo");
  }

  private int show(LocalSystem system, Future<SampleBundles> samples) {
    var terminal = session.terminal();
    try (var connection = system.connect()) {
      terminal.say("Service Center: " + connection.endpoints().serviceCenter());
      var demonstration = new Demonstration(connection, session);
      var end = demonstration.run(samples);
      var summary = new DemoSummary(connection, Demonstration.ENVIRONMENT, terminal);
      if (output.isJson()) {
        terminal.json().print(end.json());
      } else {
        summary.print(end);
      }
      if (!exit) {
        summary.sayWhatNext(end, data.asArgument());
        system.awaitSignal();
      }
      return end.state().exitCode();
    }
  }
}
