package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.UpgradeId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an environment is, its latest upgrade, and as of which event every view of it is. */
@Entity
@Table(name = "environment")
public class EnvironmentRow {
  @Id private String name;
  private String kind = "";

  @Column(name = "platform_version")
  private @Nullable String platformVersion;

  @Column(name = "platform_digest")
  private @Nullable String platformDigest;

  private int modules;

  @Column(name = "upgrade_id")
  private @Nullable UUID upgradeId;

  private int upgrades;
  private int publishes;
  private long events;
  private long changes;

  @Column(name = "as_of")
  private @Nullable Instant asOf;

  @SuppressWarnings("NullAway.Init") // Hibernate fills it in.
  protected EnvironmentRow() {}

  EnvironmentRow(EnvironmentName environment) {
    this.name = environment.value();
  }

  public EnvironmentName name() {
    return new EnvironmentName(name);
  }

  public boolean isOnPremises() {
    return kind.equals(EnvironmentKind.ON_PREMISES.toString());
  }

  public @Nullable String platformVersion() {
    return platformVersion;
  }

  public int modules() {
    return modules;
  }

  /** Returns the latest upgrade, null before the first. */
  public @Nullable UpgradeId latestUpgrade() {
    return upgradeId == null ? null : new UpgradeId(upgradeId);
  }

  /** Returns as of which event every view of the environment is. */
  public AsOf asOf() {
    return new AsOf(events, asOf);
  }

  /** Returns the sequence of the last change of a module's state, 0 before the first. */
  public long lastChange() {
    return changes;
  }

  public void created(EnvironmentCreated event) {
    kind = event.kind().toString();
    runsOn(event.platform());
  }

  public void moduleRegistered() {
    modules++;
  }

  public void moduleRemoved() {
    modules--;
  }

  public void upgradeStarted(UpgradeId upgrade) {
    upgradeId = upgrade.value();
  }

  public void runsOn(Platform platform) {
    platformVersion = platform.version().value();
    platformDigest = platform.digest().value();
  }

  /** Counts one more event as applied. */
  public void applied(Instant recordedAt) {
    events++;
    asOf = recordedAt;
  }

  /** Returns the sequence of one more change of a module's state. */
  public long nextChange() {
    return ++changes;
  }

  /** Returns 1 for the first publish of the environment, 2 for the next. */
  public int nextPublish() {
    return ++publishes;
  }

  int nextUpgrade() {
    return ++upgrades;
  }
}
