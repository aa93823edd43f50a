package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers questions about the status of environments, each as of one moment. */
@ApplicationScoped
public class StatusReader {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final CurrentStatus current;
  private final Changes changes;
  private final Generation generation;

  StatusReader(
      Snapshot snapshot,
      EnvironmentRows environments,
      CurrentStatus current,
      Changes changes,
      Generation generation) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.current = current;
    this.changes = changes;
    this.generation = generation;
  }

  /**
   * A status and the changes that led to it.
   *
   * @param generation of the views that say so
   * @param lastChange sequence of the last change that the status contains
   */
  record Update(Status status, List<Change> changes, long generation, long lastChange) {}

  /** Returns the names of all environments in alphabetical order. */
  public List<EnvironmentName> environments() {
    return snapshot.read(environments::names);
  }

  /** Returns how far the environment is. */
  public Status status(EnvironmentName name) {
    return snapshot.read(() -> current.of(environments.require(name)));
  }

  /**
   * Returns at most {@code limit} changes.
   *
   * @throws ViewsRebuiltException if the cursor is of views that are no more
   */
  ChangesPage changes(EnvironmentName name, ChangesCursor after, int limit) {
    return snapshot.read(() -> {
      var environment = environments.require(name);
      long present = generation.present();
      if (!after.isValid(present, environment.lastChange())) {
        throw new ViewsRebuiltException();
      }
      var found = changes.after(name, after.sequence(), limit);
      long next = found.isEmpty() ? after.sequence() : found.getLast().sequence();
      return new ChangesPage(found, new ChangesCursor(present, next).text(), environment.asOf());
    });
  }

  Update update(EnvironmentName name, long after, int limit) {
    return snapshot.read(() -> {
      var environment = environments.require(name);
      return new Update(
          current.of(environment),
          changes.after(name, after, limit),
          generation.present(),
          environment.lastChange());
    });
  }
}
