package io.flexibleupgrades.cli.connection;

import io.flexibleupgrades.cli.command.CommandFailedException;
import java.nio.file.Path;

/** No system runs on the data folder. */
public final class NotRunningException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  NotRunningException(Path dataFolder) {
    super(
        ("Flexible Upgrades is not running on the data folder %s. Start it with `flexup up` or"
                + " `flexup demo`, name another folder with --data DIR, or a deployed system with"
                + " --server URL.")
            .formatted(dataFolder));
  }
}
