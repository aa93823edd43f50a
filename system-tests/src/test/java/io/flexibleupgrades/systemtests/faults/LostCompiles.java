package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a worker was compiling when it was killed, by its log. */
record LostCompiles(RunningSystem system, Instant killed, Set<String> modules) {
  private static final Pattern LINE =
      Pattern.compile("compile (started|ended) module=(\\S+) at=(\\S+)");
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private record Compile(boolean started, String module, Instant at) {}

  /** Kills a worker. */
  static LostCompiles kill(RunningSystem system, String worker) throws InterruptedException {
    var run = ProcessHandle.of(system.process(worker).pid()).orElseThrow().info();
    var started = run.startInstant().orElseThrow();
    system.process(worker).kill();
    var killed = Instant.now();
    Thread.sleep(LOOK_EVERY);
    var modules = new LinkedHashSet<String>();
    for (var compile : compiles(system, worker)) {
      if (compile.at().isAfter(started) && compile.at().isBefore(killed)) {
        if (compile.started()) {
          modules.add(compile.module());
        } else {
          modules.remove(compile.module());
        }
      }
    }
    return new LostCompiles(system, killed, modules);
  }

  /**
   * Returns how long it took until all of it was being compiled again, once it is; nothing if the
   * worker compiled nothing.
   */
  Optional<Duration> awaitCompiledAgain() throws InterruptedException {
    var giveUp = Instant.now().plus(LONGEST);
    while (Instant.now().isBefore(giveUp)) {
      var again = modules.stream().map(this::compiledAgain).toList();
      if (again.stream().allMatch(Optional::isPresent)) {
        return again.stream()
            .flatMap(Optional::stream)
            .max(Instant::compareTo)
            .map(last -> Duration.between(killed, last));
      }
      Thread.sleep(LOOK_EVERY);
    }
    throw new AssertionError(
        "Not compiled again within %s after a kill: %s".formatted(LONGEST, modules));
  }

  private Optional<Instant> compiledAgain(String module) {
    return system.workers().stream()
        .flatMap(worker -> compiles(system, worker).stream())
        .filter(compile -> compile.started() && compile.module().equals(module))
        .map(Compile::at)
        .filter(at -> at.isAfter(killed))
        .min(Instant::compareTo);
  }

  private static List<Compile> compiles(RunningSystem system, String worker) {
    var compiles = new ArrayList<Compile>();
    try {
      for (var line : Files.readAllLines(system.process(worker).log())) {
        var found = LINE.matcher(line);
        if (found.find()) {
          var started = found.group(1).equals("started");
          compiles.add(new Compile(started, found.group(2), Instant.parse(found.group(3))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compiles;
  }
}
