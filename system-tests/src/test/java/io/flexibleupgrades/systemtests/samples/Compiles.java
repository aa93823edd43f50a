package io.flexibleupgrades.systemtests.samples;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** When the compiler ran for which module, by the logs of all workers. */
final class Compiles {
  private static final Pattern LINE =
      Pattern.compile("compile (started|ended) module=(\\S+) at=(\\S+)");

  private final Map<String, Instant> starts = new HashMap<>();
  private final Map<String, Instant> ends = new HashMap<>();

  private Compiles() {}

  /** Reads the logs; fails if one of these modules was compiled twice. */
  static Compiles read(RunningSystem system, Set<String> modules) throws IOException {
    var compiles = new Compiles();
    for (var worker : system.workers()) {
      for (var line : Files.readAllLines(system.process(worker).log())) {
        var found = LINE.matcher(line);
        if (found.find() && modules.contains(found.group(2))) {
          var times = found.group(1).equals("started") ? compiles.starts : compiles.ends;
          var before = times.put(found.group(2), Instant.parse(found.group(3)));
          if (before != null) {
            throw new AssertionError("Compiled twice: " + line);
          }
        }
      }
    }
    return compiles;
  }

  Set<String> modules() {
    return starts.keySet();
  }

  boolean has(String module) {
    return starts.containsKey(module);
  }

  Instant started(String module) {
    return time(starts, module);
  }

  Instant ended(String module) {
    return time(ends, module);
  }

  private static Instant time(Map<String, Instant> times, String module) {
    var time = times.get(module);
    if (time == null) {
      throw new AssertionError("No log says that " + module + " was compiled.");
    }
    return time;
  }
}
