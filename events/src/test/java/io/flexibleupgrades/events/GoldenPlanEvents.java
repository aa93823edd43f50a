package io.flexibleupgrades.events;

import static io.flexibleupgrades.events.Golden.BOOKS;
import static io.flexibleupgrades.events.Golden.CORE_MONEY;
import static io.flexibleupgrades.events.Golden.ENVIRONMENT;
import static io.flexibleupgrades.events.Golden.NEW;
import static io.flexibleupgrades.events.Golden.OLD;
import static io.flexibleupgrades.events.Golden.ORDERS;
import static io.flexibleupgrades.events.Golden.UPGRADE;
import static io.flexibleupgrades.events.Golden.digest;

import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import java.util.List;

/** What the golden files of an upgrade's plan, its two steps and its end say. */
final class GoldenPlanEvents {
  private GoldenPlanEvents() {}

  static List<Golden> all() {
    return List.of(
        new Golden(
            "modules-enlisted.v1",
            new ModulesEnlisted(
                UPGRADE,
                ENVIRONMENT,
                List.of(
                    new EnlistedModule(
                        BOOKS,
                        ModuleKind.LIBRARY,
                        List.of(CORE_MONEY, ORDERS),
                        digest('c'),
                        86_400_000_000L,
                        "module.yaml cannot be read."),
                    new EnlistedModule(
                        ORDERS, ModuleKind.SYSTEM, List.of(CORE_MONEY), digest('d'), 1, "-")))),
        new Golden(
            "modules-enlisted.v1.nulls",
            new ModulesEnlisted(
                UPGRADE,
                ENVIRONMENT,
                List.of(
                    new EnlistedModule(
                        ORDERS, ModuleKind.APPLICATION, List.of(), null, 250, null)))),
        new Golden(
            "modules-excluded.v1",
            new ModulesExcluded(
                UPGRADE,
                ENVIRONMENT,
                List.of(
                    new ExcludedModule(
                        BOOKS, ModuleKind.APPLICATION, "It was never published successfully.")))),
        new Golden(
            "platform-upgraded.v1", new PlatformUpgraded(UPGRADE, ENVIRONMENT, OLD, NEW, 10_000)),
        new Golden(
            "platform-upgrade-failed.v1",
            new PlatformUpgradeFailed(
                UPGRADE, ENVIRONMENT, "Platform 11.9.0 is not in the artifact store.")),
        new Golden("preparation-started.v1", new PreparationStarted(UPGRADE, ENVIRONMENT)),
        new Golden(
            "preparation-ended.v1", new PreparationEnded(UPGRADE, ENVIRONMENT, 9_990, 2, 8)));
  }
}
