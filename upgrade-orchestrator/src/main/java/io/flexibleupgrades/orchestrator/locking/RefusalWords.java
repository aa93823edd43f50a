package io.flexibleupgrades.orchestrator.locking;

import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** The refusal as a sentence: what is refused, why, since when, and what to do. */
record RefusalWords(
    Operation operation,
    ModuleId module,
    Known environment,
    PublishLock lock,
    Instant since,
    Forecast forecast) {
  private static final int MOST_NAMES = 20;

  String sentence() {
    return "Module '%s' cannot be %s now: %s, started by %s at %s. %s"
        .formatted(
            module,
            operation.done(),
            reason(),
            lock.upgrade().requestedBy(),
            since.truncatedTo(ChronoUnit.SECONDS),
            outlook());
  }

  private String reason() {
    var version = lock.upgrade().to().version();
    if (environment.lock() == LockPolicy.ENVIRONMENT) {
      return "environment '%s' is being upgraded to %s".formatted(environment.name(), version);
    }
    return "in the upgrade of environment '%s' to %s, %s"
        .formatted(environment.name(), version, unprepared());
  }

  private String unprepared() {
    boolean itself =
        lock.unprepared().stream().anyMatch(unprepared -> unprepared.module().equals(module));
    var producers =
        lock.unprepared().stream()
            .filter(unprepared -> !unprepared.module().equals(module))
            .limit(MOST_NAMES)
            .map(unprepared -> "'%s' (%s)".formatted(unprepared.module(), unprepared.state()))
            .collect(Collectors.joining(", "));
    if (producers.isEmpty()) {
      return "it is not prepared yet (%s)".formatted(lock.unprepared().getFirst().state());
    }
    return "%s: %s"
        .formatted(
            itself ? "it and these producers are not prepared" : "these producers are not prepared",
            producers);
  }

  private String outlook() {
    var endsAt = forecast.endsAt();
    return switch (forecast.state()) {
      case "awaiting-confirmation" ->
          "The preparation awaits its confirmation: flexup upgrade, or flexup cancel.";
      case "paused" ->
          "The preparation is paused at %d%%: flexup resume, or flexup cancel."
              .formatted(forecast.percentage());
      default ->
          "%d%% is prepared, %d modules are left%s. Try again when it has ended: flexup wait --env %s"
              .formatted(
                  forecast.percentage(),
                  forecast.unsettled(),
                  endsAt == null
                      ? ""
                      : "; expected to end about " + endsAt.truncatedTo(ChronoUnit.SECONDS),
                  environment.name());
    };
  }
}
