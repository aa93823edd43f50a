package io.flexibleupgrades.embedded.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * One run of a child process, from its start to its end. Holding it holds the writing end of the
 * child's standard input open, which is what keeps the child alive.
 */
final class ProcessRun {

  private static final Duration PROBE_EVERY = Duration.ofMillis(100);
  private static final int PROBE_TIMEOUT_MILLIS = 2_000;
  private static final int LONGEST_LINE_BYTES = 8_192;

  private final Process process;
  private final Readiness readiness;
  private final Instant started = Instant.now();
  private volatile boolean lineSeen;
  private volatile boolean ready;

  ProcessRun(Process process, Readiness readiness) {
    this.process = process;
    this.readiness = readiness;
  }

  Process process() {
    return process;
  }

  boolean isReady() {
    return ready && process.isAlive();
  }

  Duration age() {
    return Duration.between(started, Instant.now());
  }

  /** Copies the output into the log until it ends. A full disk loses lines, never the process. */
  void copyOutput(RotatingLog log) {
    var buffer = new byte[16_384];
    var line = new ByteArrayOutputStream();
    try (InputStream output = process.getInputStream();
        log) {
      for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
        lookForLine(buffer, read, line);
        append(log, buffer, read);
      }
    } catch (IOException e) {
      System.err.println("The output of process " + process.pid() + " cannot be read: " + e);
    }
  }

  /** Returns true as soon as the process serves, false if it ended before. */
  boolean awaitReady() throws InterruptedException {
    while (process.isAlive()) {
      if (probe()) {
        ready = true;
        return true;
      }
      Thread.sleep(PROBE_EVERY);
    }
    return false;
  }

  /** Sends a signal by its name, for example {@code TERM}. */
  void signal(String signal) throws InterruptedException {
    var pid = Long.toString(process.pid());
    try {
      // the shell's own kill: the command of that name is not on every system
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot signal process " + pid, e);
    }
  }

  /** Asks it to end and returns whether it did; kills it when the time is over. */
  boolean end(String signal, Duration grace) throws InterruptedException {
    signal(signal);
    if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
      return true;
    }
    process.destroyForcibly().waitFor();
    return false;
  }

  private boolean probe() {
    return switch (readiness) {
      case Readiness.Running() -> true;
      case Readiness.OutputLine line -> lineSeen;
      case Readiness.Http(URI address) -> answers(address);
    };
  }

  private static boolean answers(URI address) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(PROBE_TIMEOUT_MILLIS);
      connection.setReadTimeout(PROBE_TIMEOUT_MILLIS);
      var status = connection.getResponseCode();
      connection.disconnect();
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private void lookForLine(byte[] bytes, int length, ByteArrayOutputStream line) {
    if (!(readiness instanceof Readiness.OutputLine(String text)) || lineSeen) {
      return;
    }
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        lineSeen = lineSeen || line.toString(StandardCharsets.UTF_8).contains(text);
        line.reset();
      } else if (line.size() < LONGEST_LINE_BYTES) {
        line.write(bytes[i]);
      }
    }
  }

  private static void append(RotatingLog log, byte[] bytes, int length) {
    try {
      log.append(bytes, length);
    } catch (IOException e) {
      System.err.println("A log cannot be written, some output is lost: " + e);
    }
  }
}
