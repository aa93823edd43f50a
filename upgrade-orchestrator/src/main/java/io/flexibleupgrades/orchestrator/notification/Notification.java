package io.flexibleupgrades.orchestrator.notification;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.UpgradeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What receivers are told, as it stands in the body of a delivery.
 *
 * @param timestamp when it happened, in UTC
 */
record Notification(String type, Instant timestamp, Facts data) {

  /**
   * Words a change.
   *
   * @param started the change's upgrade
   * @param together the events of the change's transaction
   */
  static Notification of(
      UpgradeChange change, UpgradeStarted started, List<Event> together, Instant timestamp) {
    var known =
        together.stream()
            .filter(PreparationEvent.class::isInstance)
            .map(PreparationEvent.class::cast)
            .filter(event -> event.upgradeId().equals(change.upgradeId()))
            .toList();
    var counts = change.isEnd() ? counts(known) : null;
    var facts =
        new Facts(
            started.environment(),
            started.upgradeId(),
            started.from().version(),
            started.to().version(),
            change.result(),
            change.platform(),
            counts == null ? null : counts.prepared(),
            counts == null ? null : counts.failed(),
            counts == null ? null : counts.skipped(),
            change.requestedBy(),
            reason(change, known));
    return new Notification(change.type(), timestamp, facts);
  }

  private static @Nullable PreparationEnded counts(List<PreparationEvent> known) {
    PreparationEnded last = null;
    for (var event : known) {
      if (event instanceof PreparationEnded ended) {
        last = ended;
      }
    }
    return last;
  }

  private static @Nullable String reason(UpgradeChange change, List<PreparationEvent> known) {
    String last = null;
    for (var event : known) {
      switch (event) {
        case PlatformUpgradeFailed e when change.isEnd() -> last = e.reason();
        case PreparationRefused e when change.isEnd() -> last = e.reason();
        case PreparationCancelled e when change.isEnd() -> last = e.reason();
        case PreparationReopened e when !change.isEnd() -> last = e.reason();
        default -> {
          // Nobody gave a reason for anything else.
        }
      }
    }
    return last;
  }

  /** What is known of the change; what is not known is left out. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Facts(
      EnvironmentName environment,
      UpgradeId upgradeId,
      PlatformVersion from,
      PlatformVersion to,
      @Nullable String result,
      @Nullable PlatformVersion platform,
      @Nullable Integer prepared,
      @Nullable Integer failed,
      @Nullable Integer skipped,
      @Nullable String requestedBy,
      @Nullable String reason) {}
}
