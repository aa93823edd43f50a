package io.flexibleupgrades.servicecenter.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.CompilerOutput;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UpgradeRowTest {
  private static final EnvironmentName PROD = new EnvironmentName("prod");
  private static final UpgradeId UPGRADE = new UpgradeId(new UUID(1, 2));
  private static final Platform OLD = platform("11.8.0");
  private static final Platform NEW = platform("11.9.0");
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final UpgradeRow row = new UpgradeRow(UPGRADE, PROD, 1);

  @Test
  void isUpgradingFromTheStart() {
    started();

    assertThat(row.state()).isEqualTo(UpgradeState.UPGRADING);
    assertThat(row.from()).isEqualTo("11.8.0");
    assertThat(row.to()).isEqualTo("11.9.0");
    assertThat(row.startedAt()).isEqualTo(NOW);
  }

  @Test
  @DisplayName("B8 an environment in the cloud does not wait for a confirmation")
  void doesNotWaitInTheCloud() {
    started();

    apply(false, platformUpgraded());
    assertThat(row.state()).isEqualTo(UpgradeState.UPGRADING);
    apply(false, new PreparationStarted(UPGRADE, PROD));
    assertThat(row.state()).isEqualTo(UpgradeState.PREPARING);
  }

  @Test
  @DisplayName("B9 an environment on premises waits for a confirmation")
  void waitsOnPremises() {
    started();

    apply(true, platformUpgraded());
    assertThat(row.state()).isEqualTo(UpgradeState.AWAITING_CONFIRMATION);
    apply(true, new PreparationStarted(UPGRADE, PROD));
    assertThat(row.state()).isEqualTo(UpgradeState.PREPARING);
  }

  @Test
  @DisplayName("B27 B30 is a hundred only when ended, with errors if there were any")
  void endsWithErrors() {
    preparing("a", "b", "c");

    apply(false, prepared("a"), failed("b"), skipped("c"));
    assertThat(row.percentage()).isEqualTo(99);
    apply(false, new PreparationEnded(UPGRADE, PROD, 1, 1, 1));

    assertThat(row.state()).isEqualTo(UpgradeState.READY_WITH_ERRORS);
    assertThat(row.percentage()).isEqualTo(100);
    assertThat(row.counts()).isEqualTo(new Counts(3, 1, 1, 1, 0, 0));
    assertThat(row.endedAt()).isEqualTo(NOW);
  }

  @Test
  @DisplayName("B27 nothing in scope ends at once as a success")
  void endsAtOnceWithNothingInScope() {
    preparing();

    apply(false, new PreparationEnded(UPGRADE, PROD, 0, 0, 0));

    assertThat(row.state()).isEqualTo(UpgradeState.READY);
    assertThat(row.percentage()).isEqualTo(100);
  }

  @Test
  void isNoSuccessBeforeThePreparationSaysSo() {
    preparing("a");

    row.ended(new UpgradeEnded(PROD, UPGRADE, UpgradeResult.READY, NEW), NOW);

    assertThat(row.state()).isEqualTo(UpgradeState.PREPARING);
    assertThat(row.percentage()).isLessThan(100);
  }

  @Test
  void isAnErrorWhenThePlatformUpgradeFails() {
    started();

    apply(false, new PlatformUpgradeFailed(UPGRADE, PROD, "No space."));
    row.ended(new UpgradeEnded(PROD, UPGRADE, UpgradeResult.ERROR, OLD), NOW);

    assertThat(row.state()).isEqualTo(UpgradeState.ERROR);
    assertThat(row.messages())
        .containsExactly("There was an error preparing your modules.", "No space.");
    assertThat(row.percentage()).isLessThan(100);
  }

  @Test
  @DisplayName("B46: a pause lasts until it is resumed, whatever starts meanwhile")
  void staysPausedUntilResumed() {
    started();
    apply(false, platformUpgraded(), new PreparationPaused(UPGRADE, PROD, "Ada", "Lunch."));
    assertThat(row.state()).isEqualTo(UpgradeState.UPGRADING);

    apply(false, new PreparationStarted(UPGRADE, PROD));
    assertThat(row.state()).isEqualTo(UpgradeState.PAUSED);
    assertThat(row.messages()).endsWith("Paused by Ada: Lunch.");

    apply(false, new PreparationResumed(UPGRADE, PROD, "Ada"));
    assertThat(row.state()).isEqualTo(UpgradeState.PREPARING);
  }

  @Test
  @DisplayName("B46: a cancelled preparation is a hundred only if all was settled")
  void isNoHundredWhenCancelled() {
    preparing("a", "b", "c");
    apply(
        false, prepared("a"), prepared("b"), new PreparationCancelled(UPGRADE, PROD, "Ada", null));
    row.moved(ModuleState.PENDING, ModuleState.CANCELLED, 1);

    assertThat(row.state()).isEqualTo(UpgradeState.CANCELLED);
    assertThat(row.percentage()).isEqualTo(66);
    assertThat(row.counts()).isEqualTo(new Counts(3, 2, 0, 0, 1, 0));
    assertThat(row.counts().open()).isZero();
  }

  @Test
  @DisplayName("B42: is ready as soon as the last module that was left behind is prepared")
  void isReadyWithTheLastRecoveredModule() {
    preparing("a", "b", "c");
    apply(false, prepared("a"), failed("b"), skipped("c"));
    apply(false, new PreparationEnded(UPGRADE, PROD, 1, 1, 1));

    row.recovered(ModuleState.FAILED);
    assertThat(row.state()).isEqualTo(UpgradeState.READY_WITH_ERRORS);
    row.recovered(ModuleState.SKIPPED);

    assertThat(row.state()).isEqualTo(UpgradeState.READY);
    assertThat(row.counts()).isEqualTo(new Counts(3, 3, 0, 0, 0, 0));
  }

  @Test
  @DisplayName("B43: prepare again starts from what stays settled, and has no end yet")
  void startsAgainFromWhatStaysSettled() {
    preparing("a", "b", "c");
    apply(false, prepared("a"), failed("b"), skipped("c"));
    apply(false, new PreparationEnded(UPGRADE, PROD, 1, 1, 1));

    apply(false, new PreparationReopened(UPGRADE, PROD, 2, 1, 0, 0, "Ada", null));
    row.moved(ModuleState.FAILED, ModuleState.PENDING, 1);
    row.moved(ModuleState.SKIPPED, ModuleState.PENDING, 1);

    assertThat(row.state()).isEqualTo(UpgradeState.PREPARING);
    assertThat(row.percentage()).isEqualTo(33);
    assertThat(row.endedAt()).isNull();
  }

  @Test
  @DisplayName("B11: a refused preparation says why until it is asked for again")
  void saysWhyThePreparationWasRefused() {
    started();
    apply(true, platformUpgraded(), new PreparationConfirmed(UPGRADE, PROD, "Ada"));
    apply(true, new SystemPublishStarted(UPGRADE, PROD, SystemTask.SERVICE_CENTER, null));
    assertThat(row.messages()).endsWith(SystemTask.SERVICE_CENTER.title());

    apply(true, new PreparationRefused(UPGRADE, PROD, "'center' is missing."));
    assertThat(row.state()).isEqualTo(UpgradeState.ERROR);
    assertThat(row.messages()).endsWith("'center' is missing.");

    apply(true, new PreparationReopened(UPGRADE, PROD, 2, 0, 0, 0, "Ada", null));
    assertThat(row.messages()).doesNotContain("'center' is missing.").hasSize(2);
  }

  private void started() {
    row.started(new UpgradeStarted(PROD, UPGRADE, OLD, NEW, "somebody"), NOW);
  }

  private void preparing(String... names) {
    started();
    apply(false, enlisted(names), platformUpgraded(), new PreparationStarted(UPGRADE, PROD));
  }

  private void apply(boolean onPremises, PreparationEvent... events) {
    for (var event : events) {
      row.apply(event, onPremises, NOW);
    }
  }

  private static PlatformUpgraded platformUpgraded() {
    return new PlatformUpgraded(UPGRADE, PROD, OLD, NEW, 3);
  }

  private static ModulesEnlisted enlisted(String... names) {
    var modules =
        List.of(names).stream()
            .map(name ->
                new EnlistedModule(
                    new ModuleId(name), ModuleKind.LIBRARY, List.of(), null, 1, null))
            .toList();
    return new ModulesEnlisted(UPGRADE, PROD, modules);
  }

  private static ModulePrepared prepared(String name) {
    return new ModulePrepared(
        UPGRADE,
        PROD,
        new ModuleId(name),
        1,
        NEW.digest(),
        10,
        NEW,
        Duration.ofMillis(5),
        CompilerOutput.silent());
  }

  private static ModuleFailed failed(String name) {
    return new ModuleFailed(
        UPGRADE, PROD, new ModuleId(name), 1, FailureKind.COMPILE, CompilerOutput.silent());
  }

  private static ModuleSkipped skipped(String name) {
    return new ModuleSkipped(UPGRADE, PROD, new ModuleId(name), 1, List.of(new ModuleId("b")));
  }

  private static Platform platform(String version) {
    return new Platform(
        new PlatformVersion(version), Digest.of(version.getBytes(StandardCharsets.UTF_8)));
  }
}
