package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.Setting;
import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells a run in which modules fail, attempts get lost, records are garbage, and operators pause,
 * cancel, publish, configure, remove and prepare again.
 */
final class RandomRun {
  private final Journal journal;
  private final Random random;
  private final Run run;
  private final Operator operator;
  private final int modules;
  private final Map<String, List<String>> producers = new LinkedHashMap<>();
  private int publishes;

  RandomRun(Journal journal, String name, Random random) {
    this(journal, name, random, 60 + random.nextInt(40));
  }

  RandomRun(Journal journal, String name, Random random, int modules) {
    this.journal = journal;
    this.random = random;
    this.run = Run.cloud(journal, name);
    this.operator = new Operator(run);
    this.modules = modules;
  }

  Run tell() {
    for (int i = 0; i < modules; i++) {
      register("module-%03d".formatted(i));
    }
    run.start().exclude("draft").platformUpgraded().preparing();
    settle(modules);
    run.ended();
    afterwards();
    operator.preparesAgain(unprepared());
    settle(modules / 8);
    operator.cancels();
    afterwards();
    operator.preparesAgain(unprepared());
    settle(modules);
    run.ended();
    afterwards();
    run.next(Run.LATER).start().platformUpgraded().preparing();
    settle(modules / 2);
    operator.cancels();
    afterwards();
    return run;
  }

  private void register(String name) {
    var some = new ArrayList<String>();
    var before = List.copyOf(producers.keySet());
    for (var producer : before) {
      if (random.nextInt(before.size()) < 2) {
        some.add(producer);
      }
    }
    run.module(name, some.toArray(String[]::new));
    producers.put(name, some);
  }

  /** Settles at most that many modules, producers first. */
  private void settle(int most) {
    int left = most;
    // A module that left the factory stays in the plan, and is settled with the others.
    var plan = new LinkedHashSet<>(producers.keySet());
    plan.addAll(run.states.keySet());
    for (var name : plan) {
      if (left > 0 && "pending".equals(run.states.get(name))) {
        settle(name);
        left--;
      }
      now(20, () -> journal.send(run.environment, garbage()));
      now(40, () -> operator.pauses("Lunch."));
      now(20, operator::resumes);
    }
  }

  private void settle(String name) {
    var because = failedAbove(name).toArray(String[]::new);
    if (because.length > 0) {
      run.requested(name, 1, because).skipped(name, because);
      return;
    }
    run.requested(name, 1);
    if (random.nextInt(10) == 0) {
      run.attemptFailed(name, 1).requested(name, 2);
    }
    if (random.nextInt(8) == 0) {
      run.failed(name);
    } else {
      run.prepared(name);
    }
  }

  private void afterwards() {
    for (var name : List.copyOf(producers.keySet())) {
      now(12, () -> run.configured(name, 1, new Setting("key", "value " + random.nextInt(9))));
      now(20, () -> change(name));
      now(15, () -> publish(name));
      now(30, () -> removeUnlessConsumed(name));
    }
  }

  private void change(String name) {
    var fewer = producers.getOrDefault(name, List.of()).stream().skip(1).toList();
    producers.put(name, fewer);
    run.changed(name, name + random.nextInt(), fewer.toArray(String[]::new));
  }

  private void publish(String name) {
    var failedProducers = failedAbove(name).toArray(String[]::new);
    var publish = new Publishing(run, run.environment + " " + publishes++, run.to);
    publish.started(random.nextBoolean() ? Publishing.compiled(name) : Publishing.reused(name));
    publish.compiling(name).requested(name, 1);
    if (failedProducers.length > 0) {
      publish.skipped(name, failedProducers).compiled(0, 0, 1);
    } else if (random.nextInt(3) == 0) {
      publish.failed(name).compiled(0, 1, 0);
    } else {
      publish.attemptFailed(name, 1).requested(name, 2).prepared(name).compiled(1, 0, 0);
      publish.published(name);
      if (!run.states.getOrDefault(name, "prepared").equals("prepared")) {
        publish.recovered(name);
      }
    }
    publish.ended();
  }

  private void removeUnlessConsumed(String name) {
    if (producers.values().stream().noneMatch(consumed -> consumed.contains(name))) {
      run.removed(name);
      producers.remove(name);
      now(2, () -> register(name));
    }
  }

  private List<String> unprepared() {
    return producers.keySet().stream()
        .filter(name -> !run.states.getOrDefault(name, "prepared").equals("prepared"))
        .collect(Collectors.toList());
  }

  /** Returns the failed modules that a module consumes, directly or not. */
  private Set<String> failedAbove(String name) {
    var consumed = new LinkedHashSet<String>();
    var open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      for (var producer : producers.getOrDefault(open.remove(), List.of())) {
        if (consumed.add(producer)) {
          open.add(producer);
        }
      }
    }
    return consumed.stream()
        .filter(producer -> "failed".equals(run.states.get(producer)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void now(int often, Runnable then) {
    if (random.nextInt(often) == 0) {
      then.run();
    }
  }

  private static WireMessage garbage() {
    return new WireMessage(Map.of(), "garbage".getBytes(StandardCharsets.UTF_8));
  }
}
