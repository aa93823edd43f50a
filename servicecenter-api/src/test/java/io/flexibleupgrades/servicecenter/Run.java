package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.DiagnosticKind;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
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
import io.flexibleupgrades.events.Setting;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** An environment and its upgrades, told to the journal step by step. */
final class Run {
  static final Platform OLD = platform("11.8.0");
  static final Platform NEW = platform("11.9.0");

  static final Platform LATER = platform("11.9.1");

  final EnvironmentName environment;
  private final Journal journal;
  private final Map<String, EnlistedModule> modules = new TreeMap<>();

  /** The state of each module of the latest upgrade. */
  final Map<String, String> states = new TreeMap<>();

  UpgradeId upgrade;
  Platform from = OLD;
  Platform to = NEW;
  private int upgrades = 1;
  private long events;

  Run(Journal journal, String environment, EnvironmentKind kind) {
    this.journal = journal;
    this.environment = new EnvironmentName(environment);
    this.upgrade = new UpgradeId(id(environment));
    say(new EnvironmentCreated(this.environment, kind, "enterprise", OLD, LockPolicy.ENVIRONMENT));
  }

  static Run cloud(Journal journal, String environment) {
    return new Run(journal, environment, EnvironmentKind.CLOUD);
  }

  Run module(String name, String... producers) {
    return module(ModuleKind.LIBRARY, name, producers);
  }

  Run module(ModuleKind kind, String name, String... producers) {
    var module = new ModuleId(name);
    var consumed = Stream.of(producers).map(ModuleId::new).sorted().toList();
    var source = digest(name);
    say(new ModuleRegistered(environment, module, kind, consumed, source, 100, null));
    say(new ModuleAdopted(environment, module, OLD.version(), source));
    modules.put(name, new EnlistedModule(module, kind, consumed, source, 1, null));
    return this;
  }

  /** Gives the module another source and other producers. */
  Run changed(String name, String source, String... producers) {
    var module = new ModuleId(name);
    var consumed = ids(producers);
    var digest = digest(source);
    say(new ModuleChanged(environment, module, ModuleKind.LIBRARY, consumed, digest, 100, null));
    modules.put(name, new EnlistedModule(module, ModuleKind.LIBRARY, consumed, digest, 1, null));
    return this;
  }

  Run removed(String name) {
    say(new ModuleRemoved(environment, new ModuleId(name), "operator"));
    modules.remove(name);
    return this;
  }

  Run configured(String name, int version, Setting... settings) {
    say(
        new ModuleConfigured(
            environment, new ModuleId(name), version, List.of(settings), "operator"));
    return this;
  }

  /** Turns to the next upgrade. */
  Run next(Platform platform) {
    from = to;
    to = platform;
    upgrades++;
    upgrade = new UpgradeId(id(environment + " " + upgrades));
    states.clear();
    return this;
  }

  EnlistedModule enlisted(String name) {
    return Objects.requireNonNull(modules.get(name), name);
  }

  Run start() {
    say(new UpgradeStarted(environment, upgrade, from, to, "operator"));
    var all = List.copyOf(modules.values());
    for (int first = 0; first < all.size(); first += 500) {
      var chunk = all.subList(first, Math.min(all.size(), first + 500));
      say(new ModulesEnlisted(upgrade, environment, chunk));
    }
    modules.keySet().forEach(name -> states.put(name, "pending"));
    return this;
  }

  Run exclude(String name) {
    var left = new ExcludedModule(new ModuleId(name), ModuleKind.APPLICATION, "It does not run.");
    say(new ModulesExcluded(upgrade, environment, List.of(left)));
    return this;
  }

  Run platformUpgraded() {
    say(new PlatformUpgraded(upgrade, environment, from, to, modules.size()));
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
            to,
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
    states.put(name, "prepared");
    var artifact = digest("artifact of " + name);
    var time = Duration.ofMillis(40);
    say(
        new ModulePrepared(
            upgrade, environment, new ModuleId(name), 1, artifact, 10, to, time, warned()));
    return this;
  }

  Run failed(String name, FailureKind kind, String message) {
    states.put(name, "failed");
    var output = refused(message);
    say(new ModuleFailed(upgrade, environment, new ModuleId(name), 1, kind, output));
    return this;
  }

  Run failed(String name) {
    return failed(name, FailureKind.COMPILE, "cannot find symbol");
  }

  Run skipped(String name, String... causes) {
    states.put(name, "skipped");
    say(new ModuleSkipped(upgrade, environment, new ModuleId(name), 1, ids(causes)));
    return this;
  }

  Run ended() {
    int failed = count("failed");
    int skipped = count("skipped");
    say(new PreparationEnded(upgrade, environment, count("prepared"), failed, skipped));
    var result = failed + skipped == 0 ? UpgradeResult.READY : UpgradeResult.READY_WITH_ERRORS;
    say(new UpgradeEnded(environment, upgrade, result, to));
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

  /** Says an event in its place under another name and with another payload. */
  void sayAs(String type, Event template, String payload) {
    events++;
    journal.appendAs(type, template, payload);
  }

  /** Returns how many modules of the latest upgrade are in that state. */
  int count(String state) {
    return Collections.frequency(states.values(), state);
  }

  void say(Event event) {
    events++;
    journal.append(event);
  }

  /** What the compiler says about a module that it has a warning for. */
  static CompilerOutput warned() {
    var warning =
        new Diagnostic(DiagnosticKind.WARNING, "deprecated", "a/B.java", 1, 1, "Old.", "old();");
    return new CompilerOutput(List.of(warning), 0, 1, "1 warning");
  }

  /** What the compiler says about a module that it refuses. */
  static CompilerOutput refused(String message) {
    var error =
        new Diagnostic(
            DiagnosticKind.ERROR,
            "compiler.err.cant.resolve",
            "a/B.java",
            12,
            5,
            message,
            "    gone();");
    return new CompilerOutput(List.of(error), 1, 0, "B.java:12: error: " + message);
  }

  static Digest digest(String text) {
    return Digest.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static UUID id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static List<ModuleId> ids(String... names) {
    return Stream.of(names).map(ModuleId::new).sorted().toList();
  }

  private static Platform platform(String version) {
    return new Platform(new PlatformVersion(version), digest(version));
  }
}
