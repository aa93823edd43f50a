package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the history of a module says about an event that changed its state. */
final class ChangeDetail {
  private static final int MOST_NAMES = 10;

  private ChangeDetail() {}

  static String of(ModulePrepared event) {
    return "Compiled for %s in %d ms, %d warnings."
        .formatted(
            event.platform().version(), event.compileTime().toMillis(), event.output().warnings());
  }

  static String of(ModuleFailed event) {
    return "Failed (%s) in attempt %d, %d errors."
        .formatted(event.kind(), event.attempt(), event.output().errors());
  }

  static String of(ModuleSkipped event) {
    return event.failedProducers().stream()
        .limit(MOST_NAMES)
        .map(Object::toString)
        .collect(Collectors.joining(", ", "Consumes failed modules: ", "."));
  }

  static String of(PrepareAttemptFailed event) {
    return "Attempt %d ended without a result (%s): %s"
        .formatted(event.attempt(), event.kind(), event.reason());
  }

  static String of(PreparationCancelled event) {
    return asked("Cancelled", event.requestedBy(), event.reason());
  }

  static String of(PreparationReopened event) {
    return asked("Prepared again, asked for", event.requestedBy(), event.reason());
  }

  private static String asked(String what, String by, @Nullable String reason) {
    return reason == null
        ? "%s by %s.".formatted(what, by)
        : "%s by %s: %s".formatted(what, by, reason);
  }
}
