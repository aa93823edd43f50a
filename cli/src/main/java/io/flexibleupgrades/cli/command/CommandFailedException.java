package io.flexibleupgrades.cli.command;

/** A command cannot go on; the message is the whole of what its user is told. */
public class CommandFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandFailedException(String message) {
    super(message);
  }

  public CommandFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns the exit code that the command ends with. */
  public int exitCode() {
    return ExitCode.ERROR;
  }
}
