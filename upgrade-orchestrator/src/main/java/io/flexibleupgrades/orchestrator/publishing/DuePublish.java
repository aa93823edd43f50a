package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.orchestrator.environment.OpenPublish;
import io.flexibleupgrades.orchestrator.preparation.ModuleProgress;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.reuse.PreparedArtifacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is due of a publish in progress, as its preparation stands.
 *
 * @param undeployed modules that are left as they were, though they have an artifact
 */
record DuePublish(
    OpenPublish publish,
    PreparationState preparation,
    PreparedArtifacts artifacts,
    Set<ModuleId> undeployed) {

  /** A module whose artifact can be deployed now. */
  record DueModule(ModuleId module, Digest artifact, Digest source, List<String> options) {}

  /** Returns the modules to deploy now, producers first. */
  List<DueModule> modules() {
    var due = new ArrayList<DueModule>();
    for (var module : publish.modules()) {
      if (!publish.published().contains(module.module()) && !undeployed.contains(module.module())) {
        var ready = module.reused() == null ? made(module) : reused(module, module.reused());
        if (ready != null) {
          due.add(ready);
        }
      }
    }
    due.sort((one, other) -> Integer.compare(place(one.module()), place(other.module())));
    return due;
  }

  /** Whether nothing is left to compile or to deploy. */
  boolean isDone() {
    return publish.modules().stream()
        .allMatch(module ->
            publish.published().contains(module.module())
                || undeployed.contains(module.module())
                || (module.reused() == null
                    && preparation instanceof Ended
                    && made(module) == null));
  }

  /** Returns how many modules failed, by their preparation. */
  int failed() {
    return (int) unpublished().stream().filter(m -> m != ModuleProgress.SKIPPED).count();
  }

  /** Returns how many modules were skipped for producers that failed. */
  int skipped() {
    return (int) unpublished().stream().filter(m -> m == ModuleProgress.SKIPPED).count();
  }

  private List<ModuleProgress> unpublished() {
    var progress = preparation.progress();
    return publish.modules().stream()
        .filter(module -> !publish.published().contains(module.module()))
        .map(module -> progress == null ? null : progress.progress(module.module()))
        .map(stands -> stands == null ? ModuleProgress.FAILED : stands)
        .toList();
  }

  private @Nullable DueModule made(ModuleToPublish module) {
    var progress = preparation.progress();
    var artifact = progress == null ? null : progress.artifact(module.module());
    var number = progress == null ? null : progress.plan().module(module.module());
    if (progress == null || artifact == null || number == null) {
      return null;
    }
    var enlisted = progress.plan().module(number);
    var source = enlisted.source();
    var options = enlisted.options();
    return source == null
        ? null
        : new DueModule(module.module(), artifact, source, options == null ? List.of() : options);
  }

  private @Nullable DueModule reused(ModuleToPublish module, Digest artifact) {
    var registered = artifacts.environment().modules().get(module.module());
    var made = registered == null ? null : artifacts.of(registered, artifact);
    var source = made == null ? null : made.source();
    return made == null || source == null
        ? null
        : new DueModule(module.module(), artifact, source, made.options());
  }

  private int place(ModuleId module) {
    var progress = preparation.progress();
    var number = progress == null ? null : progress.plan().module(module);
    return progress == null || number == null ? -1 : progress.plan().unitOf(number);
  }
}
