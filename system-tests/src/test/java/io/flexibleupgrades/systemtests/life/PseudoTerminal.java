package io.flexibleupgrades.systemtests.life;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The launcher in a terminal of its own, which is typed into and read from. */
final class PseudoTerminal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Process process;
  private final Path screen;
  private final OutputStream keyboard;

  /** Starts a command of {@code flexup} in a terminal of 100 columns. */
  PseudoTerminal(RunningSystem system, String name, String... arguments) throws IOException {
    screen = Path.of("target", "terminals", name + ".txt").toAbsolutePath();
    Files.createDirectories(screen.getParent());
    Files.deleteIfExists(screen);
    var command =
        Stream.concat(Stream.of(system.home().resolve("flexup").toString()), Stream.of(arguments))
            .map(word -> "'" + word + "'")
            // A build that runs in the background hands on that SIGINT is ignored.
            .collect(
                Collectors.joining(
                    " ", "stty cols 100 rows 40; exec env --default-signal=INT ", ""));
    var builder =
        new ProcessBuilder(List.of("script", "-qefc", command, screen.toString()))
            .redirectErrorStream(true)
            .redirectOutput(Path.of("/dev/null").toFile());
    builder.environment().put("FLEXUP_DATA", system.dataFolder().toString());
    builder.environment().put("FLEXUP_BUILD", "never");
    builder.environment().put("TERM", "xterm");
    builder.environment().put("SHELL", "/bin/sh");
    builder.environment().put("LC_ALL", "C.UTF-8");
    process = builder.start();
    keyboard = process.getOutputStream();
  }

  /** Returns all that the screen showed, as soon as this text is among it. */
  String await(String text) throws IOException, InterruptedException {
    var giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (!shown().contains(text)) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("'%s' is not shown, but: %s".formatted(text, shown()));
      }
      Thread.sleep(50);
    }
    return shown();
  }

  void type(String keys) throws IOException {
    keyboard.write(keys.getBytes(StandardCharsets.UTF_8));
    keyboard.flush();
  }

  void pressCtrlC() throws IOException {
    type("\u0003");
  }

  /** Returns the exit code of the command. */
  int awaitEnd() throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("The command has not ended: " + shown());
    }
    return process.exitValue();
  }

  /** Kills the command and its terminal. */
  void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  String shown() throws IOException {
    return Files.exists(screen) ? Files.readString(screen) : "";
  }

  @Override
  public void close() {
    kill();
  }
}
