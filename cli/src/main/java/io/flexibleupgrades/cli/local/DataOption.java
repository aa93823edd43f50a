package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.command.Session;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the data folder of a system on this machine. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder (variable: FLEXUP_DATA; default: ~/.flexup).")
  private @Nullable Path data;

  Path folder(Session session) {
    return data == null ? session.dataFolder() : data.toAbsolutePath().normalize();
  }

  /** Returns what commands need in addition to find a system on this folder. */
  String asArgument() {
    return data == null ? "" : " --data " + data;
  }
}
