package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.UnitId;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A publish in the environment of a run, told to the journal step by step. */
final class Publishing {
  static final String COMPILED = "Nothing was prepared for 11.9.0.";
  static final String REUSED = "Its prepared artifact is valid for 11.9.0.";

  final PublishId id;
  private final Run run;
  private final Platform platform;
  private final Map<String, String> states = new TreeMap<>();

  Publishing(Run run, String id, Platform platform) {
    this.run = run;
    this.platform = platform;
    this.id = new PublishId(Run.id("publish " + id));
  }

  static ModuleToPublish compiled(String name) {
    return new ModuleToPublish(new ModuleId(name), null, COMPILED);
  }

  static ModuleToPublish reused(String name) {
    return new ModuleToPublish(new ModuleId(name), Run.digest("artifact of " + name), REUSED);
  }

  Publishing started(ModuleToPublish... modules) {
    for (var module : modules) {
      states.put(module.module().value(), "pending");
    }
    run.say(new PublishStarted(run.environment, id, platform, List.of(modules), null, "operator"));
    return this;
  }

  /** Starts to compile these modules. */
  Publishing compiling(String... names) {
    var modules = Stream.of(names).map(run::enlisted).toList();
    run.say(new ModulesEnlisted(id.preparation(), run.environment, modules));
    run.say(new PreparationStarted(id.preparation(), run.environment, platform));
    return this;
  }

  Publishing requested(String name, int attempt) {
    run.say(
        new ModulePrepareRequested(
            id.preparation(),
            run.environment,
            new UnitId(name),
            attempt,
            platform,
            List.of(new RequestedModule(new ModuleId(name), null, List.of(), null)),
            List.of()));
    return this;
  }

  Publishing attemptFailed(String name, int attempt) {
    run.say(
        new PrepareAttemptFailed(
            id.preparation(),
            run.environment,
            new UnitId(name),
            attempt,
            FailureKind.INFRASTRUCTURE,
            "The worker fell silent."));
    return this;
  }

  Publishing prepared(String name) {
    run.say(
        new ModulePrepared(
            id.preparation(),
            run.environment,
            new ModuleId(name),
            1,
            artifact(name),
            10,
            platform,
            Duration.ofMillis(70),
            Run.warned()));
    return this;
  }

  Publishing failed(String name) {
    states.replace(name, "failed");
    run.say(
        new ModuleFailed(
            id.preparation(),
            run.environment,
            new ModuleId(name),
            1,
            FailureKind.COMPILE,
            Run.refused("cannot find symbol")));
    return this;
  }

  Publishing skipped(String name, String... causes) {
    states.replace(name, "skipped");
    run.say(
        new ModuleSkipped(
            id.preparation(), run.environment, new ModuleId(name), 1, Run.ids(causes)));
    return this;
  }

  /** Says that the preparation is over. */
  Publishing compiled(int prepared, int failed, int skipped) {
    run.say(new PreparationEnded(id.preparation(), run.environment, prepared, failed, skipped));
    return this;
  }

  Publishing published(String name) {
    states.put(name, "published");
    run.say(
        new ModulePublished(
            run.environment,
            id,
            new ModuleId(name),
            platform,
            artifact(name),
            10,
            Objects.requireNonNull(run.enlisted(name).source()),
            List.of()));
    return this;
  }

  /** Says that the latest upgrade, which had left the module behind, has it prepared now. */
  Publishing recovered(String name) {
    run.states.put(name, "prepared");
    run.say(
        new ModuleRecovered(run.upgrade, run.environment, new ModuleId(name), id, artifact(name)));
    return this;
  }

  Publishing ended() {
    int published = count("published");
    int failed = count("failed");
    run.say(
        new PublishEnded(
            run.environment, id, published, failed, states.size() - published - failed));
    return this;
  }

  String path() {
    return "/api/v1/publishes/" + id;
  }

  private int count(String state) {
    return Collections.frequency(states.values(), state);
  }

  private static Digest artifact(String name) {
    return Run.digest("published artifact of " + name);
  }
}
