package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An environment and one upgrade of it, told to the journal step by step. */
final class Run {
  static final Platform OLD = platform("11.8.0");
  static final Platform NEW = platform("11.9.0");

  final EnvironmentName environment;
  final UpgradeId upgrade;
  private final Journal journal;
  private final List<EnlistedModule> modules = new ArrayList<>();
  private long events;
  private int prepared;
  private int failed;
  private int skipped;

  Run(Journal journal, String environment, EnvironmentKind kind) {
    this.journal = journal;
    this.environment = new EnvironmentName(environment);
    this.upgrade =
        new UpgradeId(UUID.nameUUIDFromBytes(environment.getBytes(StandardCharsets.UTF_8)));
    say(new EnvironmentCreated(this.environment, kind, "enterprise", OLD, LockPolicy.ENVIRONMENT));
  }

  static Run cloud(Journal journal, String environment) {
    return new Run(journal, environment, EnvironmentKind.CLOUD);
  }

  Run module(String name, String... producers) {
    var module = new ModuleId(name);
    var consumed = Stream.of(producers).map(ModuleId::new).sorted().toList();
    var source = Digest.of(name.getBytes(StandardCharsets.UTF_8));
    say(new ModuleRegistered(environment, module, ModuleKind.LIBRARY, consumed, source, 100, null));
    say(new ModuleAdopted(environment, module, OLD.version(), source));
    modules.add(new EnlistedModule(module, ModuleKind.LIBRARY, consumed, source, 1, null));
    return this;
  }

  Run start() {
    say(new UpgradeStarted(environment, upgrade, OLD, NEW, "operator"));
    for (int from = 0; from < modules.size(); from += 500) {
      var chunk = modules.subList(from, Math.min(modules.size(), from + 500));
      say(new ModulesEnlisted(upgrade, environment, chunk));
    }
    return this;
  }

  Run exclude(String name) {
    var left = new ExcludedModule(new ModuleId(name), ModuleKind.APPLICATION, "It does not run.");
    say(new ModulesExcluded(upgrade, environment, List.of(left)));
    return this;
  }

  Run platformUpgraded() {
    say(new PlatformUpgraded(upgrade, environment, OLD, NEW, modules.size()));
    return this;
  }

  Run preparing() {
    say(new PreparationStarted(upgrade, environment));
    return this;
  }

  Run requested(String name, int attempt, String... causes) {
    say(
        new ModulePrepareRequested(
            upgrade,
            environment,
            new UnitId(name),
            attempt,
            NEW,
            List.of(new RequestedModule(new ModuleId(name), null, List.of(), null)),
            ids(causes)));
    return this;
  }

  Run attemptFailed(String unit, int attempt) {
    say(
        new PrepareAttemptFailed(
            upgrade,
            environment,
            new UnitId(unit),
            attempt,
            FailureKind.INFRASTRUCTURE,
            "The worker fell silent."));
    return this;
  }

  Run prepared(String name) {
    prepared++;
    var artifact = Digest.of(("artifact of " + name).getBytes(StandardCharsets.UTF_8));
    var warning =
        new Diagnostic(DiagnosticKind.WARNING, "deprecated", "a/B.java", 1, 1, "Old.", "old();");
    var output = new CompilerOutput(List.of(warning), 0, 1, "1 warning");
    var time = Duration.ofMillis(40);
    say(
        new ModulePrepared(
            upgrade, environment, new ModuleId(name), 1, artifact, 10, NEW, time, output));
    return this;
  }

  Run failed(String name, FailureKind kind, String message) {
    failed++;
    var error =
        new Diagnostic(
            DiagnosticKind.ERROR,
            "compiler.err.cant.resolve",
            "a/B.java",
            12,
            5,
            message,
            "    gone();");
    var output = new CompilerOutput(List.of(error), 1, 0, "B.java:12: error: " + message);
    say(new ModuleFailed(upgrade, environment, new ModuleId(name), 1, kind, output));
    return this;
  }

  Run failed(String name) {
    return failed(name, FailureKind.COMPILE, "cannot find symbol");
  }

  Run skipped(String name, String... causes) {
    skipped++;
    say(new ModuleSkipped(upgrade, environment, new ModuleId(name), 1, ids(causes)));
    return this;
  }

  Run ended() {
    say(new PreparationEnded(upgrade, environment, prepared, failed, skipped));
    var result = failed + skipped == 0 ? UpgradeResult.READY : UpgradeResult.READY_WITH_ERRORS;
    say(new UpgradeEnded(environment, upgrade, result, NEW));
    return this;
  }

  /** Returns how many events were said, which is the sequence that the views will be as of. */
  long events() {
    journal.flush();
    return events;
  }

  String path() {
    return "/api/v1/environments/" + environment;
  }

  void unknown() {
    events++;
    journal.appendUnknown(new PreparationStarted(upgrade, environment));
  }

  private void say(Event event) {
    events++;
    journal.append(event);
  }

  private static List<ModuleId> ids(String... names) {
    return Stream.of(names).map(ModuleId::new).sorted().toList();
  }

  private static Platform platform(String version) {
    return new Platform(
        new PlatformVersion(version), Digest.of(version.getBytes(StandardCharsets.UTF_8)));
  }
}
