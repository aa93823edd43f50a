package io.flexibleupgrades.embedded.process;

import java.nio.file.Path;
import java.util.Optional;

/** One data folder has one supervisor at a time. */
public final class DataFolderInUseException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  DataFolderInUseException(Path folder, Optional<Long> holder) {
    super(
        "The data folder %s is in use by process %s. Stop it with `flexup down --data %s`, or choose another folder with --data."
            .formatted(folder, holder.map(String::valueOf).orElse("(unknown)"), folder));
  }
}
