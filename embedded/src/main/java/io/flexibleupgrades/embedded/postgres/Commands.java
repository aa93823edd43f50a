package io.flexibleupgrades.embedded.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands that run to their end before anything else happens. */
final class Commands {

  private Commands() {}

  /** Returns when the command has succeeded; fails with its output when it does not. */
  static void run(List<String> command) throws IOException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (exitOf(process) != 0) {
      throw new IOException(
          "%s ended with exit code %d: %s"
              .formatted(String.join(" ", command), process.exitValue(), output.strip()));
    }
  }

  /** Returns whether the command exists and succeeds. */
  static boolean succeeds(List<String> command) {
    try {
      run(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int exitOf(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
      throw new IOException("Interrupted while waiting for a command", e);
    }
  }
}
