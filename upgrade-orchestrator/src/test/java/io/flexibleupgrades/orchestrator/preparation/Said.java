package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.WorkerName;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** What workers say. */
final class Said {
  static final CompilerOutput ERRORS =
      new CompilerOutput(
          List.of(
              new Diagnostic(
                  DiagnosticKind.ERROR, "compiler.err.cant.resolve", "A.java", 3, 7, "gone", null)),
          1,
          2,
          "A.java:3: gone");

  private Said() {}

  /** Returns the report of an attempt with these results, with the new platform. */
  static Report of(String unit, int attempt, Result... results) {
    return of(unit, attempt, Story.NEW.digest(), results);
  }

  static Report of(String unit, int attempt, Digest platform, Result... results) {
    return new Report(
        new PrepareOutcome(
            Story.UPGRADE,
            Story.ENVIRONMENT,
            new UnitId(unit),
            attempt,
            platform,
            new WorkerName("w1"),
            List.of(results)));
  }

  /** Returns the report that the first attempt of a module, a unit by itself, prepared it. */
  static Report prepared(String module) {
    return of(module, 1, ok(module, 1));
  }

  /** Returns the report that the first attempt of a module, a unit by itself, had errors. */
  static Report failed(String module) {
    return of(module, 1, broken(module, FailureKind.COMPILE));
  }

  /** Returns the report that the first attempt of a module, a unit by itself, skipped it. */
  static Report skipped(String module, String... failedProducers) {
    return of(module, 1, passed(module, failedProducers));
  }

  static Prepared ok(String module, int attempt) {
    return new Prepared(
        new ModuleId(module),
        artifact(module, attempt),
        1_000,
        Duration.ofMillis(80),
        CompilerOutput.silent());
  }

  static Failed broken(String module, FailureKind kind) {
    return new Failed(new ModuleId(module), kind, ERRORS);
  }

  static Skipped passed(String module, String... failedProducers) {
    return new Skipped(
        new ModuleId(module), Arrays.stream(failedProducers).map(ModuleId::new).toList());
  }

  /** Returns a digest that tells the attempts of a module apart. */
  static Digest artifact(String module, int attempt) {
    return Digest.of((module + "#" + attempt).getBytes(StandardCharsets.UTF_8));
  }
}
