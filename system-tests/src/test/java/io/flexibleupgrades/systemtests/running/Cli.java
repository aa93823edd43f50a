package io.flexibleupgrades.systemtests.running;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.embedded.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code flexup} command, each call a process of its own. */
public final class Cli {
  private final Installation installation;
  private final Path dataFolder;

  Cli(Installation installation, Path dataFolder) {
    this.installation = installation;
    this.dataFolder = dataFolder;
  }

  /** What a command printed and how it ended. */
  public record Result(int exitCode, String out, String err) {

    /** Returns what it printed on standard output, which must be JSON. */
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(out);
      } catch (JsonProcessingException e) {
        throw new AssertionError("This is no JSON: " + out + err, e);
      }
    }
  }

  /** Runs a command that must end with exit code 0. */
  public Result succeed(String... arguments) {
    var result = run(arguments);
    if (result.exitCode() != 0) {
      throw new AssertionError("%s: %s".formatted(List.of(arguments), result));
    }
    return result;
  }

  /** Runs a command to its end. */
  public Result run(String... arguments) {
    try {
      var out = Files.createTempFile("flexup-", ".out");
      var err = Files.createTempFile("flexup-", ".err");
      try {
        var process = start(out, err, arguments);
        int exitCode = process.waitFor();
        return new Result(exitCode, Files.readString(out), Files.readString(err));
      } finally {
        Files.delete(out);
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts a command and returns at once; what it prints goes nowhere. */
  public Process start(String... arguments) throws IOException {
    return start(Path.of("/dev/null"), Path.of("/dev/null"), arguments);
  }

  private Process start(Path out, Path err, String... arguments) throws IOException {
    var target = installation.home().resolve("cli/target");
    var command = new ArrayList<String>();
    command.addAll(
        List.of(
            installation.java(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dflexup.home=" + installation.home(),
            "-cp",
            target.resolve("classes") + ":" + target.resolve("lib") + "/*",
            "io.flexibleupgrades.cli.Flexup"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectOutput(out.toFile());
    builder.redirectError(err.toFile()).redirectInput(Path.of("/dev/null").toFile());
    builder.environment().put("FLEXUP_DATA", dataFolder.toString());
    builder.environment().put("LC_ALL", "C." + StandardCharsets.UTF_8.name());
    return builder.start();
  }
}
