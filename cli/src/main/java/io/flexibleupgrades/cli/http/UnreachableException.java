package io.flexibleupgrades.cli.http;

import io.flexibleupgrades.cli.command.CommandFailedException;
import java.net.URI;

/** A service does not answer at the address that it should have. */
public final class UnreachableException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  UnreachableException(Service service, URI base, String what, Throwable cause) {
    super(
        ("The %s does not answer at %s: %s. Is the system running? Start it with `flexup up`, or"
                + " name another with --server URL.")
            .formatted(service, base, what),
        cause);
  }
}
