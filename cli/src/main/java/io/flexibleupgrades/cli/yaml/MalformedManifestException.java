package io.flexibleupgrades.cli.yaml;

import io.flexibleupgrades.cli.command.CommandFailedException;
import java.nio.file.Path;

/** A manifest that cannot be used, with the place that is wrong and what would be right. */
public final class MalformedManifestException extends CommandFailedException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;
  private final int line;
  private final String what;
  private final String remedy;

  /**
   * Makes the exception.
   *
   * @param line 1-based, 0 if the whole file is meant
   * @param what a sentence about what is wrong
   * @param remedy a sentence about what to do
   */
  public MalformedManifestException(Path file, int line, String what, String remedy) {
    super(place(file.toString(), line) + ": " + what + " " + remedy);
    this.file = file;
    this.line = line;
    this.what = what;
    this.remedy = remedy;
  }

  /** Returns the place below a folder, such as {@code Orders/module.yaml:3}. */
  public String where(Path below) {
    return place(below.relativize(file).toString(), line);
  }

  public String what() {
    return what;
  }

  public String remedy() {
    return remedy;
  }

  private static String place(String file, int line) {
    return line == 0 ? file : file + ":" + line;
  }
}
