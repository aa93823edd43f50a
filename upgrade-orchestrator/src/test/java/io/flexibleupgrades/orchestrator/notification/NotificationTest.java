package io.flexibleupgrades.orchestrator.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.MessageJson;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NotificationTest {
  private static final EnvironmentName PROD = new EnvironmentName("prod");
  private static final UpgradeId UPGRADE = UpgradeId.parse("0b6d3c1e-52a4-4c8e-9d0e-7f1a2b3c4d5e");
  private static final UpgradeId OTHER = new UpgradeId(new UUID(0, 1));
  private static final Platform OLD = platform("11.8.0");
  private static final Platform NEW = platform("11.9.0");
  private static final UpgradeStarted STARTED = new UpgradeStarted(PROD, UPGRADE, OLD, NEW, "ada");
  private static final String COMMON =
      "\"environment\":\"prod\",\"upgradeId\":\"0b6d3c1e-52a4-4c8e-9d0e-7f1a2b3c4d5e\",\"from\":\"11.8.0\",\"to\":\"11.9.0\"";

  @Test
  void tellsThatAnUpgradeStarted() {
    assertThat(told(STARTED)).isEqualTo(body("upgrade.started", ",\"requestedBy\":\"ada\""));
  }

  @Test
  void tellsThatAnUpgradeStartedAgainAndWhy() {
    var reopened = new UpgradeReopened(PROD, UPGRADE, "grace");

    assertThat(told(reopened, new PreparationReopened(UPGRADE, PROD, 4, 1, 0, 0, "grace", "fixed")))
        .isEqualTo(body("upgrade.started", ",\"requestedBy\":\"grace\",\"reason\":\"fixed\""));
  }

  @Test
  void tellsHowAnUpgradeEndedWithItsCounts() {
    var ended = new UpgradeEnded(PROD, UPGRADE, UpgradeResult.READY_WITH_ERRORS, NEW);

    assertThat(told(ended, new PreparationEnded(UPGRADE, PROD, 7, 2, 1)))
        .isEqualTo(
            body(
                "upgrade.ended",
                ",\"result\":\"ready-with-errors\",\"platform\":\"11.9.0\",\"prepared\":7,\"failed\":2,\"skipped\":1"));
  }

  @Test
  void leavesOutTheCountsOfAnotherPreparation() {
    var ended = new UpgradeEnded(PROD, UPGRADE, UpgradeResult.READY, NEW);

    assertThat(told(ended, new PreparationEnded(OTHER, PROD, 7, 2, 1)))
        .isEqualTo(body("upgrade.ended", ",\"result\":\"ready\",\"platform\":\"11.9.0\""));
  }

  @Test
  void tellsWhoCancelledAnUpgradeAndWhy() {
    var cancelled = new UpgradeCancelled(PROD, UPGRADE, NEW, "grace");

    assertThat(told(cancelled, new PreparationCancelled(UPGRADE, PROD, "grace", "too late")))
        .isEqualTo(
            body(
                "upgrade.ended",
                ",\"result\":\"cancelled\",\"platform\":\"11.9.0\",\"requestedBy\":\"grace\",\"reason\":\"too late\""));
  }

  @Test
  void tellsWhyAnUpgradeFailedAndWhatTheEnvironmentRunsOn() {
    var ended = new UpgradeEnded(PROD, UPGRADE, UpgradeResult.ERROR, OLD);

    assertThat(told(ended, new PlatformUpgradeFailed(UPGRADE, PROD, "No disk.")))
        .isEqualTo(
            body(
                "upgrade.failed",
                ",\"result\":\"error\",\"platform\":\"11.8.0\",\"reason\":\"No disk.\""));
  }

  @Test
  void tellsNothingElse() {
    var module = new ModuleId("A");

    assertThat(UpgradeChange.of(new ModuleAdopted(PROD, module, OLD.version(), null))).isNull();
    assertThat(UpgradeChange.of(new ModuleRemoved(PROD, module, "ada"))).isNull();
    assertThat(UpgradeChange.of(new PublishEnded(PROD, new PublishId(new UUID(0, 2)), 1, 0, 0)))
        .isNull();
  }

  private static String told(EnvironmentEvent event, Event... before) {
    var together = new ArrayList<Event>(List.of(before));
    together.add(event);
    var notification =
        Notification.of(
            Objects.requireNonNull(UpgradeChange.of(event)),
            STARTED,
            together,
            Instant.parse("2026-03-01T22:15:30.123456Z"));
    try {
      return MessageJson.mapper().writeValueAsString(notification);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(String type, String rest) {
    return "{\"type\":\"%s\",\"timestamp\":\"2026-03-01T22:15:30.123456Z\",\"data\":{%s%s}}"
        .formatted(type, COMMON, rest);
  }

  private static Platform platform(String version) {
    return new Platform(new PlatformVersion(version), new Digest("a".repeat(64)));
  }
}
