package io.flexibleupgrades.cli;

import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.deadletters.DeadLettersCommand;
import io.flexibleupgrades.cli.deadletters.ReplayCommand;
import io.flexibleupgrades.cli.deadletters.ShowLetterCommand;
import io.flexibleupgrades.cli.environment.EnvironmentCommand;
import io.flexibleupgrades.cli.environment.EnvironmentCreateCommand;
import io.flexibleupgrades.cli.factory.ImportCommand;
import io.flexibleupgrades.cli.local.DemoCommand;
import io.flexibleupgrades.cli.local.DownCommand;
import io.flexibleupgrades.cli.local.UpCommand;
import io.flexibleupgrades.cli.module.ConfigureCommand;
import io.flexibleupgrades.cli.module.PublishCommand;
import io.flexibleupgrades.cli.module.RemoveCommand;
import io.flexibleupgrades.cli.platform.PlatformCommand;
import io.flexibleupgrades.cli.platform.PlatformPushCommand;
import io.flexibleupgrades.cli.preparation.CancelCommand;
import io.flexibleupgrades.cli.preparation.PauseCommand;
import io.flexibleupgrades.cli.preparation.PrepareCommand;
import io.flexibleupgrades.cli.preparation.ResumeCommand;
import io.flexibleupgrades.cli.reading.CompareCommand;
import io.flexibleupgrades.cli.reading.ErrorsCommand;
import io.flexibleupgrades.cli.reading.ExplainCommand;
import io.flexibleupgrades.cli.reading.HistoryCommand;
import io.flexibleupgrades.cli.reading.ModulesCommand;
import io.flexibleupgrades.cli.reading.StatusCommand;
import io.flexibleupgrades.cli.terminal.Abilities;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.cli.upgrade.UpgradeCommand;
import io.flexibleupgrades.cli.upgrade.WaitCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line's entry. */
@Command(
    name = "flexup",
    description = "Prepares a factory's modules for a new platform version.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "`flexup verify` runs the whole test suite."})
public final class Flexup {
  private Flexup() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    int exitCode = run(session(), args);
    System.exit(exitCode);
  }

  /** Runs one command and returns its exit code. */
  static int run(Session session, String... args) {
    var commandLine = new CommandLine(new Flexup());
    commandLine.addSubcommand(new DemoCommand(session));
    commandLine.addSubcommand(new UpCommand(session));
    commandLine.addSubcommand(new DownCommand(session));
    commandLine.addSubcommand(
        new CommandLine(new PlatformCommand()).addSubcommand(new PlatformPushCommand(session)));
    commandLine.addSubcommand(
        new CommandLine(new EnvironmentCommand())
            .addSubcommand(new EnvironmentCreateCommand(session)));
    commandLine.addSubcommand(new ImportCommand(session));
    commandLine.addSubcommand(new UpgradeCommand(session));
    commandLine.addSubcommand(new StatusCommand(session));
    commandLine.addSubcommand(new WaitCommand(session));
    commandLine.addSubcommand(new ModulesCommand(session));
    commandLine.addSubcommand(new ErrorsCommand(session));
    commandLine.addSubcommand(new ExplainCommand(session));
    commandLine.addSubcommand(new HistoryCommand(session));
    commandLine.addSubcommand(new CompareCommand(session));
    commandLine.addSubcommand(new PrepareCommand(session));
    commandLine.addSubcommand(new PauseCommand(session));
    commandLine.addSubcommand(new ResumeCommand(session));
    commandLine.addSubcommand(new CancelCommand(session));
    commandLine.addSubcommand(new PublishCommand(session));
    commandLine.addSubcommand(new ConfigureCommand(session));
    commandLine.addSubcommand(new RemoveCommand(session));
    commandLine.addSubcommand(
        new CommandLine(new DeadLettersCommand(session))
            .addSubcommand(new ShowLetterCommand(session))
            .addSubcommand(new ReplayCommand(session)));
    Converters.register(commandLine);
    Conventions.apply(commandLine, session);
    return commandLine.execute(args);
  }

  private static Session session() {
    var variables = System.getenv();
    var streams = List.of(System.getProperty("flexup.terminals", "").split(","));
    var terminal =
        new Terminal(
            System.in,
            stream(FileDescriptor.out),
            stream(FileDescriptor.err),
            Abilities.of(streams, variables));
    return new Session(
        terminal,
        variables,
        Path.of(System.getProperty("flexup.home", "")).toAbsolutePath().normalize(),
        Path.of(System.getProperty("user.home")),
        System.getProperty("user.name"));
  }

  /** The output is UTF-8 whatever the machine's locale says: JSON is defined so. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
