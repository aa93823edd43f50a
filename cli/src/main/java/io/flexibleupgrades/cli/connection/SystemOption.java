package io.flexibleupgrades.cli.connection;

import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.http.HttpCalls;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the system a command works with. */
public final class SystemOption {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Service Center of a deployed system (variable: FLEXUP_SERVER).")
  private @Nullable String server;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of a system on this machine (variable: FLEXUP_DATA; ~/.flexup).")
  private @Nullable Path data;

  /** Returns a connection to the system. */
  public Connection connect(Session session) {
    var http = new HttpCalls();
    try {
      return new Connection(http, new EndpointsFinder(session, http).find(server, data));
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }
}
