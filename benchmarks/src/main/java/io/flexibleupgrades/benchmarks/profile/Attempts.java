package io.flexibleupgrades.benchmarks.profile;

import io.flexibleupgrades.benchmarks.compare.SystemPreparation;
import io.flexibleupgrades.benchmarks.report.Spread;
import io.flexibleupgrades.events.EventEnvelope;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * All attempts of a preparation that compiled each module alone and at the first try, by the
 * journal and the worker's log.
 */
record Attempts(List<Attempt> all, Duration wall) {
  private static final Pattern LINE =
      Pattern.compile("^(\\S+Z) .* (attempt started|compile started|attempt ended) (.*)$");
  private static final Pattern NAME = Pattern.compile("(?:unit|module)=(\\S+)");

  static Attempts of(RunningSystem system, SystemPreparation preparation) throws IOException {
    var log = new HashMap<String, Instant>();
    for (var line : Files.readAllLines(system.process(system.workers().getLast()).log())) {
      var entry = LINE.matcher(line);
      if (entry.matches()) {
        var name = NAME.matcher(entry.group(3));
        if (name.find()) {
          // The last upgrade's entries are the ones that stay.
          log.put(entry.group(2) + " " + name.group(1), Instant.parse(entry.group(1)));
        }
      }
    }
    var requested = new HashMap<String, Instant>();
    var attempts = new ArrayList<Attempt>();
    for (var envelope : preparation.upgrade().journal().envelopes()) {
      if (envelope.event() instanceof ModulePrepareRequested request) {
        requested.put(request.unit().value(), envelope.recordedAt());
      } else if (envelope.event() instanceof ModulePrepared prepared) {
        attempts.add(attempt(prepared, envelope, requested, log));
      }
    }
    return new Attempts(attempts, preparation.wall());
  }

  private static Attempt attempt(
      ModulePrepared prepared,
      EventEnvelope envelope,
      Map<String, Instant> requested,
      Map<String, Instant> log) {
    var module = prepared.module().value();
    return new Attempt(
        at(requested, module),
        at(log, "attempt started " + module),
        at(log, "compile started " + module),
        prepared.compileTime(),
        at(log, "attempt ended " + module),
        envelope.recordedAt());
  }

  private static Instant at(Map<String, Instant> times, String what) {
    var time = times.get(what);
    if (time == null) {
      throw new IllegalStateException("Neither the journal nor the log has: " + what);
    }
    return time;
  }

  List<Double> waits() {
    return all.stream().map(Attempt::waitingMillis).toList();
  }

  /** Returns the lines of a Markdown table of where the slots' time went. */
  List<String> table(int slots) {
    double whole = slots * wall.toNanos() / 1e6;
    double busy =
        sum(Attempt::beforeMillis) + sum(Attempt::compileMillis) + sum(Attempt::afterMillis);
    var lines = new ArrayList<String>();
    lines.add("| stage of a module | p50 ms | p99 ms | sum s | share of the slots' time |");
    lines.add("|---|---:|---:|---:|---:|");
    lines.add(
        row("request stored → worker starts (waits for a slot too)", Attempt::waitingMillis, 0));
    lines.add(row("worker starts → compiler starts", Attempt::beforeMillis, whole));
    lines.add(row("compiler", Attempt::compileMillis, whole));
    lines.add(row("compiler ends → outcome sent", Attempt::afterMillis, whole));
    lines.add(row("outcome sent → outcome stored", Attempt::recordingMillis, 0));
    lines.add(
        "| slot without a module | – | – | %.2f | %.1f %% |"
            .formatted((whole - busy) / 1e3, 100 * (whole - busy) / whole));
    return lines;
  }

  private String row(String title, ToDoubleFunction<Attempt> stage, double whole) {
    var values = all.stream().map(stage::applyAsDouble).toList();
    return "| %s | %.0f | %.0f | %.2f | %s |"
        .formatted(
            title,
            Spread.quantile(values, 0.5),
            Spread.quantile(values, 0.99),
            sum(stage) / 1e3,
            whole == 0 ? "–" : "%.1f %%".formatted(100 * sum(stage) / whole));
  }

  private double sum(ToDoubleFunction<Attempt> stage) {
    return all.stream().mapToDouble(stage).sum();
  }
}
