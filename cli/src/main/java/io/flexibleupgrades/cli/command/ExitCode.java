package io.flexibleupgrades.cli.command;

/** What the process tells the script that called it. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int ERROR = 1;
  public static final int USAGE = 2;

  /** The upgrade ended, and some modules failed or were skipped. */
  public static final int FINISHED_WITH_ERRORS = 3;

  public static final int TIMED_OUT = 4;

  private ExitCode() {}
}
