package io.flexibleupgrades.cli;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.command.Session;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How all commands show help, and how they end when something is wrong. */
final class Conventions {
  /** What shells report of a process that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  private Conventions() {}

  static void apply(CommandLine commandLine, Session session) {
    addHelp(commandLine.getCommandSpec());
    commandLine.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    commandLine.setOut(session.terminal().outputWriter());
    commandLine.setErr(session.terminal().errorWriter());
    commandLine.setParameterExceptionHandler(wrongUsage(session));
    commandLine.setExecutionExceptionHandler(failure(session));
  }

  private static void addHelp(CommandSpec command) {
    command.mixinStandardHelpOptions(true);
    command.versionProvider(() -> new String[] {"flexup " + version()});
    command.subcommands().values().forEach(sub -> addHelp(sub.getCommandSpec()));
  }

  private static String version() {
    var version = Flexup.class.getPackage().getImplementationVersion();
    return version == null ? "(development)" : version;
  }

  private static IParameterExceptionHandler wrongUsage(Session session) {
    return (e, _) -> {
      if (isSubcommandMissing(e)) {
        e.getCommandLine().usage(session.terminal().errorWriter());
        return ExitCode.USAGE;
      }
      session.terminal().complain(String.valueOf(e.getMessage()));
      UnmatchedArgumentException.printSuggestions(e, session.terminal().errorWriter());
      session
          .terminal()
          .say("See `" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help`.");
      return ExitCode.USAGE;
    };
  }

  private static boolean isSubcommandMissing(ParameterException e) {
    return !(e instanceof UnmatchedArgumentException)
        && !e.getCommandLine().getSubcommands().isEmpty();
  }

  private static IExecutionExceptionHandler failure(Session session) {
    return (e, _, _) ->
        switch (e) {
          case InterruptedCommandException _ -> INTERRUPTED;
          case CommandFailedException failed -> {
            session.terminal().endLive();
            session.terminal().complain(String.valueOf(failed.getMessage()));
            showTrace(e, session);
            yield failed.exitCode();
          }
          default -> {
            session.terminal().endLive();
            session.terminal().complain(unexpected(e));
            showTrace(e, session);
            yield ExitCode.ERROR;
          }
        };
  }

  private static String unexpected(Exception e) {
    var cause = e.getCause() == null ? "" : " (" + e.getCause() + ")";
    return "%s%s\nSet FLEXUP_TRACE=1 to see where this happened."
        .formatted(e.getMessage() == null ? e : e.getMessage(), cause);
  }

  private static void showTrace(Exception e, Session session) {
    if (session.variables().containsKey("FLEXUP_TRACE")) {
      var text = new StringWriter();
      e.printStackTrace(new PrintWriter(text));
      text.toString().lines().forEach(session.terminal()::say);
    }
  }
}
