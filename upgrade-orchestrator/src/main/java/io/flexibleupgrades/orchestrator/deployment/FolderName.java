package io.flexibleupgrades.orchestrator.deployment;

import io.flexibleupgrades.events.Digest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name of a folder for an environment or a module, whatever characters its name has. */
final class FolderName {
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,99}");
  private static final Pattern UNSAFE_CHARACTER = Pattern.compile("[^A-Za-z0-9_-]");
  private static final int READABLE = 60;
  private static final int DISTINGUISHING = 16;

  private FolderName() {}

  /** Returns the name itself if any file system can keep it, else a readable part and a digest. */
  static String of(String name) {
    if (SAFE.matcher(name).matches()) {
      return name;
    }
    var readable = UNSAFE_CHARACTER.matcher(name).replaceAll("_");
    var digest = Digest.of(name.getBytes(StandardCharsets.UTF_8)).value();
    return readable.substring(0, Math.min(READABLE, readable.length()))
        + "."
        + digest.substring(0, DISTINGUISHING);
  }
}
