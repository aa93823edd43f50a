package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.systemtests.faults.Fault.Disturb;
import io.flexibleupgrades.systemtests.faults.Fault.Freeze;
import io.flexibleupgrades.systemtests.faults.Fault.Kill;
import io.flexibleupgrades.systemtests.faults.Fault.KillDaemons;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What goes wrong during a run, and when; by chance, the same for the same seed.
 *
 * @param strokes ordered by when they come
 */
record Schedule(List<Stroke> strokes) {

  /**
   * One thing that goes wrong.
   *
   * @param settled it comes when so many modules are settled,
   * @param later and this much time has passed since
   */
  record Stroke(int settled, Duration later, Fault fault) {}

  /** The processes that are not the product's own. */
  static final List<String> INFRASTRUCTURE = List.of("kafka", "postgres");

  private static final List<String> SERVICES =
      List.of("upgrade-orchestrator", "servicecenter-api", "artifact-store");
  private static final Duration LATEST = Duration.ofMillis(1_500);
  private static final Duration LONGEST = Duration.ofSeconds(9);
  private static final List<LineFault> LINE_FAULTS = List.of(LineFault.values());

  Schedule {
    strokes = List.copyOf(strokes);
  }

  /** Returns these faults in this order, spread evenly over a run of so many modules. */
  static Schedule of(List<Fault> faults, int modules, Random random) {
    var strokes = new ArrayList<Stroke>();
    for (int i = 0; i < faults.size(); i++) {
      var later = Duration.ofMillis(random.nextInt((int) LATEST.toMillis()));
      strokes.add(new Stroke((i + 1) * modules / (faults.size() + 2), later, faults.get(i)));
    }
    return new Schedule(strokes);
  }

  /** Returns so many kills: each kind of process as often as any other, in any order. */
  static List<Fault> kills(int count, List<String> workers, Random random) {
    var kinds = new ArrayList<Function<String, Fault>>();
    Stream.concat(SERVICES.stream(), INFRASTRUCTURE.stream())
        .forEach(process -> kinds.add(_ -> new Kill(process)));
    kinds.add(Kill::new);
    kinds.add(KillDaemons::new);
    int first = random.nextInt(kinds.size());
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < count; i++) {
      var worker = workers.get(random.nextInt(workers.size()));
      faults.add(kinds.get((first + i) % kinds.size()).apply(worker));
    }
    Collections.shuffle(faults, random);
    return faults;
  }

  /** Returns so many frozen processes and disturbed lines. */
  static List<Fault> disturbances(int count, FaultySystem system, Random random) {
    var processes =
        system.running().processes().stream().filter(p -> !p.equals("postgres")).toList();
    var ways = system.lines().ways();
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < count; i++) {
      var time = Duration.ofMillis(500 + random.nextInt((int) LONGEST.toMillis()));
      var fault = LINE_FAULTS.get(random.nextInt(LINE_FAULTS.size()));
      faults.add(
          random.nextInt(3) == 0
              ? new Freeze(processes.get(random.nextInt(processes.size())), time)
              : new Disturb(ways.get(random.nextInt(ways.size())), fault, time));
    }
    return faults;
  }
}
