package io.flexibleupgrades.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The running children of a data folder, kept in {@code processes.json}, so that whoever comes
 * after a killed supervisor finds what it left behind.
 */
final class ProcessLedger {

  /**
   * The kernel counts a process' start in ticks since boot; two readings may differ by rounding.
   */
  private static final Duration SAME_START = Duration.ofSeconds(1);

  private static final Pattern ENTRY =
      Pattern.compile("\\{\"name\":\"([^\"]+)\",\"pid\":(\\d+),\"started\":\"([^\"]+)\"}");

  private record Child(long pid, Instant started) {}

  private final Path file;
  private final Map<String, Child> children = new TreeMap<>();

  ProcessLedger(Path folder) {
    this.file = folder.resolve("processes.json");
  }

  synchronized void running(String name, ProcessHandle handle) throws IOException {
    var started = handle.info().startInstant();
    if (started.isPresent()) {
      children.put(name, new Child(handle.pid(), started.get()));
      write();
    }
  }

  synchronized void ended(String name) throws IOException {
    if (children.remove(name) != null) {
      write();
    }
  }

  /**
   * Kills what the file names and what these processes started, if pid and start time both match,
   * waits for their end, and returns their names with pids. Their data survives that by design.
   */
  static Map<String, Long> endLeftovers(Path folder) throws IOException {
    var file = folder.resolve("processes.json");
    var ended = new TreeMap<String, Long>();
    if (!Files.exists(file)) {
      return ended;
    }
    var entries = ENTRY.matcher(Files.readString(file));
    while (entries.find()) {
      var child = new Child(Long.parseLong(entries.group(2)), Instant.parse(entries.group(3)));
      var handle = ProcessHandle.of(child.pid()).filter(running -> isSame(running, child));
      if (handle.isPresent()) {
        kill(handle.get());
        ended.put(entries.group(1), child.pid());
      }
    }
    Files.delete(file);
    return ended;
  }

  private static boolean isSame(ProcessHandle running, Child child) {
    return running
        .info()
        .startInstant()
        .filter(at -> Duration.between(at, child.started()).abs().compareTo(SAME_START) <= 0)
        .isPresent();
  }

  private static void kill(ProcessHandle handle) {
    var family = Stream.concat(Stream.of(handle), handle.descendants()).toList();
    family.forEach(ProcessHandle::destroyForcibly);
    family.forEach(member -> member.onExit().join());
  }

  private void write() throws IOException {
    if (children.isEmpty()) {
      Files.deleteIfExists(file);
      return;
    }
    var text =
        children.entrySet().stream()
            .map(entry ->
                "{\"name\":\"%s\",\"pid\":%d,\"started\":\"%s\"}"
                    .formatted(entry.getKey(), entry.getValue().pid(), entry.getValue().started()))
            .collect(Collectors.joining(",\n ", "[", "]\n"));
    var next = file.resolveSibling("processes.json.next");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
