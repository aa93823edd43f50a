package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.SystemTask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a preparation is between the platform upgrade and its end. */
public sealed interface Stage {

  /** The operator of an on-premises environment has to agree first. */
  record AwaitingConfirmation() implements Stage {}

  /**
   * The system modules of an on-premises environment are published first.
   *
   * @param done how many of the tasks are done
   * @param running the task that was begun and is not done, null if none is
   * @param publish of the running task, null if it has nothing to publish
   */
  record PublishingSystem(int done, @Nullable SystemTask running, @Nullable PublishId publish)
      implements Stage {
    private static final List<SystemTask> TASKS = List.of(SystemTask.values());

    static PublishingSystem first() {
      return new PublishingSystem(0, null, null);
    }

    /** Returns the task to begin now, null if one is running or all are done. */
    public @Nullable SystemTask next() {
      return running != null || isDone() ? null : TASKS.get(done);
    }

    /** Whether all tasks are done. */
    public boolean isDone() {
      return done == TASKS.size();
    }
  }

  /** Units are requested. */
  record Started() implements Stage {}

  /** Nothing more is requested until an operator resumes it. */
  record Paused() implements Stage {}

  /** Whether the modules are being prepared, with a pause or without. */
  default boolean isPreparing() {
    return switch (this) {
      case AwaitingConfirmation _, PublishingSystem _ -> false;
      case Started _, Paused _ -> true;
    };
  }
}
