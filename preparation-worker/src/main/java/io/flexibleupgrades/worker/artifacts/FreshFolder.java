package io.flexibleupgrades.worker.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder whose content is of one start of the worker: an earlier one may have been cut short. */
public final class FreshFolder {
  private FreshFolder() {}

  /** Returns the folder, empty. */
  public static Path at(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var left = Files.walk(folder)) {
        for (var path : left.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
