package io.flexibleupgrades.cli.command;

/** The command was called with options that do not go together, or without one that it needs. */
public final class WrongUsageException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  public WrongUsageException(String message) {
    super(message);
  }

  @Override
  public int exitCode() {
    return ExitCode.USAGE;
  }
}
