package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.orchestrator.store.ArtifactStore;
import io.flexibleupgrades.orchestrator.store.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks the store for the artifacts that a publish relies on, outside the journal's transaction: the
 * work is tried, and tried again with what was found out, until it needs to know no more.
 */
@ApplicationScoped
public class ArtifactChecks {
  private static final Logger LOG = Logger.getLogger(ArtifactChecks.class);
  private static final int AT_ONCE = 8;

  private final ArtifactStore store;

  ArtifactChecks(ArtifactStore store) {
    this.store = store;
  }

  /**
   * Runs work that starts a publish.
   *
   * @throws StoreUnavailableException if the store does not answer; nothing was started
   */
  public <R> R whileUnchecked(Function<CheckedArtifacts, R> work) {
    var checked = new CheckedArtifacts();
    while (true) {
      try {
        return work.apply(checked);
      } catch (UncheckedArtifactsException e) {
        check(e.artifacts(), checked);
      }
    }
  }

  private void check(Set<Digest> artifacts, CheckedArtifacts checked) {
    try (var threads = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      var answers =
          artifacts.stream()
              .collect(
                  Collectors.toMap(
                      Function.identity(),
                      artifact ->
                          CompletableFuture.supplyAsync(() -> store.has(artifact), threads)));
      answers.forEach((artifact, answer) -> {
        boolean intact = answer.join();
        checked.add(artifact, intact);
        if (!intact) {
          LOG.warnf(
              "artifact %s is missing from the store, or corrupt; it is made again", artifact);
        }
      });
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreUnavailableException away ? away : e;
    }
  }
}
