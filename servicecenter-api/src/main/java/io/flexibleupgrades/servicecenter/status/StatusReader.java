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

  StatusReader(
      Snapshot snapshot, EnvironmentRows environments, CurrentStatus current, Changes changes) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.current = current;
    this.changes = changes;
  }

  /**
   * A status and the changes that led to it.
   *
   * @param lastChange sequence of the last change that the status contains
   */
  record Update(Status status, List<Change> changes, long lastChange) {}

  /** Returns the names of all environments in alphabetical order. */
  public List<EnvironmentName> environments() {
    return snapshot.read(environments::names);
  }

  /** Returns how far the environment is. */
  public Status status(EnvironmentName name) {
    return snapshot.read(() -> current.of(environments.require(name)));
  }

  ChangesPage changes(EnvironmentName name, long after, int limit) {
    return snapshot.read(() -> {
      var environment = environments.require(name);
      var found = changes.after(name, after, limit);
      long next = found.isEmpty() ? after : found.getLast().sequence();
      return new ChangesPage(found, next, environment.asOf());
    });
  }

  Update update(EnvironmentName name, long after, int limit) {
    return snapshot.read(() -> {
      var environment = environments.require(name);
      return new Update(
          current.of(environment), changes.after(name, after, limit), environment.lastChange());
    });
  }
}
