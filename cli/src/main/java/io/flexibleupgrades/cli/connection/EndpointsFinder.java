package io.flexibleupgrades.cli.connection;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.http.HttpCalls;
import io.flexibleupgrades.cli.http.Service;
import io.flexibleupgrades.cli.http.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds the system: a deployed one by its Service Center, else the one on a data folder. */
final class EndpointsFinder {
  private static final int LARGEST_FILE_BYTES = 64 * 1024;

  private final Session session;
  private final HttpCalls http;

  EndpointsFinder(Session session, HttpCalls http) {
    this.session = session;
    this.http = http;
  }

  /** Returns the addresses; an option goes before a variable, a server before a folder. */
  Endpoints find(@Nullable String server, @Nullable Path data) {
    if (server != null) {
      return deployed(server, "--server");
    }
    if (data != null) {
      return local(data.toAbsolutePath().normalize());
    }
    var variable = session.variables().getOrDefault("FLEXUP_SERVER", "");
    return variable.isBlank() ? local(session.dataFolder()) : deployed(variable, "FLEXUP_SERVER");
  }

  private Endpoints deployed(String server, String from) {
    var answer =
        new ServiceClient(Service.SERVICE_CENTER, address(server, from), http)
            .get(ApiPath.of("endpoints"));
    try {
      return Endpoints.of(answer);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          "%s is no Service Center of Flexible Upgrades: %s Check the address given with %s."
              .formatted(server, e.getMessage(), from),
          e);
    }
  }

  private static URI address(String server, String from) {
    try {
      return Endpoints.address(server);
    } catch (IllegalArgumentException e) {
      throw new WrongUsageException(from + ": " + e.getMessage());
    }
  }

  private static Endpoints local(Path folder) {
    var file = folder.resolve("endpoints.json");
    try {
      if (Files.size(file) > LARGEST_FILE_BYTES) {
        throw new IllegalArgumentException("It is too large.");
      }
      return Endpoints.of(JsonMapper.builder().build().readTree(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      throw new NotRunningException(folder);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailedException(
          "%s does not hold the addresses of a system: %s Start the system again with `flexup up`."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
