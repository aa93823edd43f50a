package io.flexibleupgrades.store.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A small file system in memory, seen at a second place too, so that it can be taken away and
 * brought back as it was. Needs root on Linux; without, the test is aborted.
 */
final class Volume implements AutoCloseable {
  private final Path memory;
  private final Path place;

  private Volume(Path memory, Path place) {
    this.memory = memory;
    this.place = place;
  }

  static Volume of(Path parent, String size) throws IOException {
    var memory = Files.createDirectories(parent.resolve("memory"));
    var place = Files.createDirectories(parent.resolve("volume"));
    Assumptions.assumeTrue(
        succeeds(List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "flexup", "" + memory)),
        "a tmpfs can be mounted (root on Linux)");
    var volume = new Volume(memory, place);
    volume.attach();
    return volume;
  }

  Path folder() {
    return place;
  }

  void attach() throws IOException {
    run("mount", "--bind", memory.toString(), place.toString());
  }

  void detach() throws IOException {
    run("umount", "-l", place.toString());
  }

  /** A volume with files open for writing is not remounted, so another mount takes its place. */
  void attachReadOnly() throws IOException {
    detach();
    attach();
    run("mount", "-o", "remount,bind,ro", place.toString());
  }

  @Override
  public void close() throws IOException {
    // A test that failed may have left it detached.
    var _ = succeeds(List.of("umount", "-l", place.toString()));
    run("umount", "-l", memory.toString());
  }

  private static void run(String... command) throws IOException {
    if (!succeeds(List.of(command))) {
      throw new IOException("failed: " + List.of(command));
    }
  }

  private static boolean succeeds(List<String> command) throws IOException {
    try {
      var process = new ProcessBuilder(command).inheritIO().start();
      return process.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
