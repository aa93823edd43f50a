package io.flexibleupgrades.events;

import static io.flexibleupgrades.events.Golden.ENVIRONMENT;
import static io.flexibleupgrades.events.Golden.GRACE;
import static io.flexibleupgrades.events.Golden.NEW;
import static io.flexibleupgrades.events.Golden.ORDERS;
import static io.flexibleupgrades.events.Golden.PUBLISH;
import static io.flexibleupgrades.events.Golden.UPGRADE;
import static io.flexibleupgrades.events.Golden.digest;

import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import java.util.List;

/** What the golden files of publishing, configuring and removing modules say. */
final class GoldenPublishEvents {
  private GoldenPublishEvents() {}

  static List<Golden> all() {
    return List.of(
        new Golden(
            "publish-started.v1",
            new PublishStarted(
                ENVIRONMENT,
                PUBLISH,
                NEW,
                List.of(
                    new ModuleToPublish(
                        Golden.BOOKS, digest('e'), "Its prepared artifact is still valid.")),
                UPGRADE,
                GRACE)),
        new Golden(
            "publish-started.v1.nulls",
            new PublishStarted(
                ENVIRONMENT,
                PUBLISH,
                NEW,
                List.of(new ModuleToPublish(ORDERS, null, "No module consumes it.")),
                null,
                GRACE)),
        new Golden(
            "module-published.v1",
            new ModulePublished(
                ENVIRONMENT,
                PUBLISH,
                ORDERS,
                NEW,
                digest('e'),
                10_485_760_000L,
                digest('c'),
                List.of("-parameters", "-Xlint:all"))),
        new Golden("publish-ended.v1", new PublishEnded(ENVIRONMENT, PUBLISH, 3, 1, 2)),
        new Golden("publish-ended.v1.nulls", new PublishEnded(ENVIRONMENT, PUBLISH, 3, 1, 2, null)),
        new Golden(
            "publish-ended.v1.undeployed",
            new PublishEnded(
                ENVIRONMENT, PUBLISH, 0, 1, 0, "Module 'Orders' was not deployed: no space left.")),
        new Golden(
            "module-configured.v1",
            new ModuleConfigured(
                ENVIRONMENT,
                ORDERS,
                4,
                List.of(
                    new Setting("compiler.options", "-parameters"),
                    new Setting("greeting", "Grüße")),
                GRACE)),
        new Golden("module-removed.v1", new ModuleRemoved(ENVIRONMENT, ORDERS, GRACE)));
  }
}
