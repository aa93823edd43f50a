package io.flexibleupgrades.servicecenter.status;

import jakarta.enterprise.context.ApplicationScoped;

/** Answers how far an environment is, from its row and its latest upgrade's. */
@ApplicationScoped
public class CurrentStatus {
  private final UpgradeRows upgrades;

  CurrentStatus(UpgradeRows upgrades) {
    this.upgrades = upgrades;
  }

  /** Returns the status in the transaction of the calling thread. */
  public Status of(EnvironmentRow environment) {
    var latest = environment.latestUpgrade();
    return latest == null
        ? Status.untouched(environment)
        : Status.of(environment, upgrades.require(latest));
  }
}
