package io.flexibleupgrades.cli.command;

/** The command's thread was asked to end while it waited. */
public final class InterruptedCommandException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  /** Keeps the thread marked as interrupted for whoever runs it. */
  public InterruptedCommandException(String during, InterruptedException cause) {
    super("Interrupted while " + during + ".", cause);
    Thread.currentThread().interrupt();
  }
}
