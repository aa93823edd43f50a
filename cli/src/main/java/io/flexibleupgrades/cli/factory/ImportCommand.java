package io.flexibleupgrades.cli.factory;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flexup import}. */
@Command(
    name = "import",
    description = "Registers the modules of a factory: one folder per module in DIR.")
@SuppressWarnings("NullAway.Init")
public final class ImportCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "DIR", description = "The factory's folder.")
  private Path folder;

  @Option(
      names = "--running",
      description = "Adopt the modules as running already on the environment's platform.")
  private boolean running;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var factory = Factory.read(folder.toAbsolutePath().normalize());
      factory.notes().forEach(terminal::say);
      var result = new FactoryImport(connection, terminal).run(factory, name, running);
      if (output.isJson()) {
        terminal.json().print(result.json());
      } else {
        terminal.print(result.sentence());
        ChangesText.print(result, terminal);
      }
      show(result, terminal);
      return result.defects().isEmpty() ? ExitCode.OK : ExitCode.ERROR;
    }
  }

  /** Lists what is wrong with modules and what to do about it. */
  public static void show(ImportResult result, Terminal terminal) {
    if (result.defects().isEmpty()) {
      return;
    }
    terminal.say(
        Line.of(Colour.RED, "Modules with a defect: " + result.defects().size())
            .plus(" (everything else is imported; these will fail until they are corrected)"));
    for (var defect : result.defects()) {
      terminal.say(Line.of("  ").plus(Colour.BOLD, defect.module()));
      terminal.say("    " + defect.where() + ": " + defect.what());
      if (!defect.remedy().isEmpty()) {
        terminal.say("    " + defect.remedy());
      }
    }
  }
}
