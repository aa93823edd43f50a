package io.flexibleupgrades.cli.bundle;

import io.flexibleupgrades.cli.command.CommandFailedException;
import java.nio.file.Path;

/** A folder holds something that must not or cannot be bundled. */
public final class RefusedFolderException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final String what;
  private final String remedy;

  RefusedFolderException(Path file, String what, String remedy) {
    super(file + ": " + what + " " + remedy);
    this.file = file;
    this.what = what;
    this.remedy = remedy;
  }

  /** Returns the file that is refused. */
  public Path file() {
    return file;
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }
}
