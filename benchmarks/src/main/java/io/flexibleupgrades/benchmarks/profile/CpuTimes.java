package io.flexibleupgrades.benchmarks.profile;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time of a system's threads, by what they work for, as the kernel counts it.
 *
 * @param millis by part; of threads that ended only those of the process's total are known
 */
record CpuTimes(Map<String, Long> millis) {
  // The unit in which Linux tells processor times, whatever the kernel's own tick is.
  private static final long MILLIS_OF_A_TICK = 10;
  private static final String DAEMON = "compile daemon";

  /** Returns what all processes and their children have used so far. */
  static CpuTimes of(RunningSystem system) throws IOException {
    var millis = new TreeMap<String, Long>();
    for (var name : system.processes()) {
      long pid = system.process(name).pid();
      var title = name.startsWith("worker-") ? "worker" : name;
      addProcess(title, pid, millis);
      var children = ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).toList();
      for (var child : children) {
        addProcess(title.equals("worker") ? DAEMON : title, child.pid(), millis);
      }
    }
    addProcess("benchmark", ProcessHandle.current().pid(), millis);
    return new CpuTimes(millis);
  }

  /** Returns what was used since an earlier time. */
  CpuTimes since(CpuTimes before) {
    var used = new TreeMap<String, Long>();
    millis.forEach((part, now) -> used.put(part, now - before.millis.getOrDefault(part, 0L)));
    return new CpuTimes(used);
  }

  /** Returns the lines of a Markdown table, the largest part first. */
  List<String> table() {
    long total = millis.values().stream().mapToLong(Long::longValue).sum();
    var lines = new ArrayList<>(List.of("| part | CPU s | share |", "|---|---:|---:|"));
    millis.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .filter(part -> part.getValue() * 200 >= total)
        .forEach(part -> lines.add(row(part.getKey(), part.getValue(), total)));
    lines.add(row("all", total, total));
    return lines;
  }

  private static String row(String part, long millis, long total) {
    return "| %s | %.2f | %.1f %% |".formatted(part, millis / 1e3, 100.0 * millis / total);
  }

  private static void addProcess(String title, long pid, Map<String, Long> millis)
      throws IOException {
    var process = Path.of("/proc", Long.toString(pid));
    try (var tasks = Files.list(process.resolve("task"))) {
      long inThreads = 0;
      for (var task : tasks.toList()) {
        long used = used(task);
        inThreads += used;
        var name = Files.readString(task.resolve("comm")).strip();
        millis.merge(title + ": " + work(title, name), used, Long::sum);
      }
      millis.merge(title + ": threads that ended", used(process) - inThreads, Long::sum);
    } catch (NoSuchFileException _) {
      // A thread that ends while it is looked at is counted with those that ended, next time.
    }
  }

  private static String work(String title, String thread) {
    if (thread.startsWith("C1 Compiler") || thread.startsWith("C2 Compiler")) {
      return "JIT";
    }
    if (thread.equals("VM Thread") || thread.startsWith("GC ") || thread.startsWith("G1 ")) {
      return "GC and VM";
    }
    if (title.equals(DAEMON)) {
      return thread.startsWith("compile-") ? "javac" : "the rest";
    }
    if (thread.startsWith("kafka-") && !title.equals("kafka")) {
      return "Kafka client";
    }
    return "its work";
  }

  private static long used(Path folder) throws IOException {
    var stat = Files.readString(folder.resolve("stat"));
    // The name before may have spaces and parentheses in it.
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MILLIS_OF_A_TICK;
  }
}
