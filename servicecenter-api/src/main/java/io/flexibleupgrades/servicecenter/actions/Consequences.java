package io.flexibleupgrades.servicecenter.actions;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What will happen if an operator goes on, in sentences with counts. */
public final class Consequences {
  private static final String LOCKED = "Publishing is locked until the preparation ends.";

  private Consequences() {}

  /**
   * Says what an action does to an upgrade as it stands.
   *
   * @param running how many modules are being compiled now
   */
  public static List<String> onUpgrade(Action action, Status status, int running) {
    int settled = status.prepared() + status.failed() + status.skipped();
    int open = Math.max(0, status.total() - settled - status.cancelled());
    return switch (action) {
      case CONFIRM ->
          List.of(
              "The system modules are published, then %s prepared."
                  .formatted(
                      status.total() == 0
                          ? "the modules of this environment are"
                          : modules(status.total())),
              LOCKED);
      case PREPARE ->
          List.of(
              "%s prepared again: %d failed, %d skipped, %d cancelled."
                  .formatted(
                      modules(status.failed() + status.skipped() + status.cancelled()),
                      status.failed(),
                      status.skipped(),
                      status.cancelled()),
              "What is prepared, %d of %d, is not compiled again."
                  .formatted(status.prepared(), status.total()),
              LOCKED);
      case PAUSE ->
          List.of(
              "What is being compiled now is finished: %s running.".formatted(modules(running)),
              "%s left to do; no more is asked for until somebody resumes."
                  .formatted(modules(Math.max(0, open - running))),
              "Publishing stays locked.");
      case RESUME ->
          List.of("The preparation goes on: %s left to do.".formatted(modules(open)), LOCKED);
      case CANCEL ->
          List.of(
              "What is settled stays so: %d prepared, %d failed, %d skipped."
                  .formatted(status.prepared(), status.failed(), status.skipped()),
              "%s not prepared.".formatted(modules(open)),
              "Publishing is possible again at once.");
      case PUBLISH -> List.of("Choose a module to publish.");
    };
  }

  /** Says what an action does to a module of an upgrade. */
  public static List<String> onModule(Action action, Status status, ModuleId module) {
    return switch (action) {
      case PREPARE ->
          List.of(
              "%s is prepared again; what was skipped because of it follows as soon as it is prepared."
                  .formatted(module),
              LOCKED);
      case PUBLISH ->
          List.of(
              "%s is published on platform %s and runs from then on."
                  .formatted(module, version(status.to())),
              "The prepared artifacts of what it consumes are used as they are; those modules keep their running versions.");
      case CONFIRM, PAUSE, RESUME, CANCEL -> List.of("This is asked of a whole preparation.");
    };
  }

  private static String modules(int count) {
    return count == 1 ? "1 module is" : count + " modules are";
  }

  private static String version(@Nullable String version) {
    return version == null ? "of this environment" : version;
  }
}
