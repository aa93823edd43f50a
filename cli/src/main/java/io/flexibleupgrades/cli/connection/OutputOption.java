package io.flexibleupgrades.cli.connection;

import io.flexibleupgrades.cli.terminal.OutputFormat;
import picocli.CommandLine.Option;

/** The option that names the format of a command's data. */
public final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      description = "Format of the data on standard output (default: table).")
  private OutputFormat format = OutputFormat.TABLE;

  public boolean isJson() {
    return format == OutputFormat.JSON;
  }
}
