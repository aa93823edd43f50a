package io.flexibleupgrades.events;

import static io.flexibleupgrades.events.Golden.ENVIRONMENT;
import static io.flexibleupgrades.events.Golden.GRACE;
import static io.flexibleupgrades.events.Golden.NEW;
import static io.flexibleupgrades.events.Golden.OLD;
import static io.flexibleupgrades.events.Golden.ORDERS;
import static io.flexibleupgrades.events.Golden.UPGRADE;
import static io.flexibleupgrades.events.Golden.digest;

import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import java.util.List;

/** What the golden files of an environment's stream say. */
final class GoldenEnvironmentEvents {
  private GoldenEnvironmentEvents() {}

  static List<Golden> all() {
    return List.of(
        new Golden(
            "environment-created.v1",
            new EnvironmentCreated(
                ENVIRONMENT, EnvironmentKind.CLOUD, "enterprise", OLD, LockPolicy.ENVIRONMENT)),
        new Golden(
            "module-registered.v1",
            new ModuleRegistered(
                ENVIRONMENT,
                ORDERS,
                ModuleKind.APPLICATION,
                List.of(Golden.BOOKS, Golden.CORE_MONEY),
                digest('c'),
                10_485_760_000L,
                "Producer 'Bücher 書籍' is not registered.")),
        new Golden(
            "module-registered.v1.nulls",
            new ModuleRegistered(
                ENVIRONMENT, Golden.CORE_MONEY, ModuleKind.LIBRARY, List.of(), null, 0, null)),
        new Golden(
            "module-changed.v1",
            new ModuleChanged(
                ENVIRONMENT,
                ORDERS,
                ModuleKind.SYSTEM,
                List.of(Golden.CORE_MONEY),
                digest('d'),
                4_096,
                "It names itself as a producer.")),
        new Golden(
            "module-changed.v1.nulls",
            new ModuleChanged(
                ENVIRONMENT, ORDERS, ModuleKind.APPLICATION, List.of(), null, 0, null)),
        new Golden(
            "module-adopted.v1",
            new ModuleAdopted(ENVIRONMENT, ORDERS, OLD.version(), digest('c'))),
        new Golden(
            "module-adopted.v1.nulls", new ModuleAdopted(ENVIRONMENT, ORDERS, OLD.version(), null)),
        new Golden("upgrade-started.v1", new UpgradeStarted(ENVIRONMENT, UPGRADE, OLD, NEW, GRACE)),
        new Golden(
            "upgrade-ended.v1",
            new UpgradeEnded(ENVIRONMENT, UPGRADE, UpgradeResult.READY_WITH_ERRORS, NEW)),
        new Golden("upgrade-reopened.v1", new UpgradeReopened(ENVIRONMENT, UPGRADE, GRACE)),
        new Golden("upgrade-cancelled.v1", new UpgradeCancelled(ENVIRONMENT, UPGRADE, NEW, GRACE)));
  }
}
