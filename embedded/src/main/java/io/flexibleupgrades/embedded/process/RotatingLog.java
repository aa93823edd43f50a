package io.flexibleupgrades.embedded.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A log file that never grows past a bound: when it is full it becomes {@code <file>.1}, replacing
 * the one before it, and a new file is begun. Used by one thread at a time.
 */
final class RotatingLog implements AutoCloseable {

  private static final int END_LINES = 8;

  private final Path file;
  private final long limitBytes;
  private OutputStream out;
  private long sizeBytes;

  RotatingLog(Path file, long limitBytes) throws IOException {
    this.file = file;
    this.limitBytes = limitBytes;
    this.out = open(file);
    this.sizeBytes = Files.size(file);
  }

  /** Returns the last lines of a log, empty when there is none. */
  static String end(Path file) {
    try {
      var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
      var from = Math.max(0, lines.size() - END_LINES);
      return String.join(System.lineSeparator(), lines.subList(from, lines.size()));
    } catch (IOException e) {
      return "";
    }
  }

  void append(byte[] bytes, int length) throws IOException {
    if (sizeBytes > 0 && sizeBytes + length > limitBytes) {
      out.close();
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".1"),
          StandardCopyOption.REPLACE_EXISTING);
      out = open(file);
      sizeBytes = 0;
    }
    out.write(bytes, 0, length);
    sizeBytes += length;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static OutputStream open(Path file) throws IOException {
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
