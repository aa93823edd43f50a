package io.flexibleupgrades.events;

import static io.flexibleupgrades.events.Golden.BOOKS;
import static io.flexibleupgrades.events.Golden.CORE_MONEY;
import static io.flexibleupgrades.events.Golden.ENVIRONMENT;
import static io.flexibleupgrades.events.Golden.GRACE;
import static io.flexibleupgrades.events.Golden.NEW;
import static io.flexibleupgrades.events.Golden.ORDERS;
import static io.flexibleupgrades.events.Golden.PUBLISH;
import static io.flexibleupgrades.events.Golden.UPGRADE;
import static io.flexibleupgrades.events.Golden.digest;

import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import java.util.List;

/** What the golden files say of all that an operator asks of a preparation, and of a publish's. */
final class GoldenOperatorEvents {
  private static final ProducerArtifact MONEY = new ProducerArtifact(CORE_MONEY, digest('e'));
  private static final EnlistedModule COMPLETE =
      new EnlistedModule(
          BOOKS,
          ModuleKind.LIBRARY,
          List.of(ORDERS),
          digest('c'),
          250,
          "It has no source.",
          List.of("-parameters"),
          List.of(MONEY),
          true);
  private static final EnlistedModule PLAIN =
      new EnlistedModule(ORDERS, ModuleKind.APPLICATION, List.of(), null, 250, null);

  private GoldenOperatorEvents() {}

  static List<Golden> all() {
    return List.of(
        new Golden(
            "modules-enlisted.v1.publish",
            new ModulesEnlisted(UPGRADE, ENVIRONMENT, List.of(COMPLETE))),
        new Golden(
            "module-prepare-requested.v1.publish",
            new ModulePrepareRequested(
                UPGRADE,
                ENVIRONMENT,
                new UnitId("Orders"),
                1,
                NEW,
                List.of(
                    new RequestedModule(
                        ORDERS,
                        digest('d'),
                        List.of(MONEY),
                        null,
                        List.of("-parameters", "-g:none"),
                        true)),
                List.of())),
        new Golden(
            "preparation-started.v1.nulls", new PreparationStarted(UPGRADE, ENVIRONMENT, null)),
        new Golden(
            "preparation-started.v1.publish", new PreparationStarted(UPGRADE, ENVIRONMENT, NEW)),
        new Golden(
            "preparation-confirmed.v1", new PreparationConfirmed(UPGRADE, ENVIRONMENT, GRACE)),
        new Golden(
            "system-publish-started.v1",
            new SystemPublishStarted(UPGRADE, ENVIRONMENT, SystemTask.SERVICE_CENTER, PUBLISH)),
        new Golden(
            "system-publish-started.v1.nulls",
            new SystemPublishStarted(UPGRADE, ENVIRONMENT, SystemTask.SYSTEM_COMPONENTS, null)),
        new Golden(
            "system-publish-ended.v1",
            new SystemPublishEnded(UPGRADE, ENVIRONMENT, SystemTask.SYSTEM_COMPONENTS)),
        new Golden(
            "preparation-refused.v1",
            new PreparationRefused(
                UPGRADE, ENVIRONMENT, "System module 'ServiceCenter' was not published.")),
        new Golden(
            "preparation-paused.v1",
            new PreparationPaused(UPGRADE, ENVIRONMENT, GRACE, "The night batch runs.")),
        new Golden("preparation-resumed.v1", new PreparationResumed(UPGRADE, ENVIRONMENT, GRACE)),
        new Golden(
            "preparation-cancelled.v1",
            new PreparationCancelled(UPGRADE, ENVIRONMENT, GRACE, "Wrong version.")),
        new Golden(
            "preparation-cancelled.v1.nulls",
            new PreparationCancelled(UPGRADE, ENVIRONMENT, GRACE, null)),
        new Golden(
            "modules-reenlisted.v1",
            new ModulesReenlisted(UPGRADE, ENVIRONMENT, List.of(COMPLETE))),
        new Golden(
            "modules-reenlisted.v1.nulls",
            new ModulesReenlisted(UPGRADE, ENVIRONMENT, List.of(PLAIN))),
        new Golden(
            "preparation-reopened.v1",
            new PreparationReopened(
                UPGRADE, ENVIRONMENT, 5, 43, 1, 2, GRACE, "RateCards is corrected.")),
        new Golden(
            "preparation-reopened.v1.nulls",
            new PreparationReopened(UPGRADE, ENVIRONMENT, 2, 0, 0, 0, GRACE, null)),
        new Golden(
            "module-recovered.v1",
            new ModuleRecovered(UPGRADE, ENVIRONMENT, ORDERS, PUBLISH, digest('f'))));
  }
}
