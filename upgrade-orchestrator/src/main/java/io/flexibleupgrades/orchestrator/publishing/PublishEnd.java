package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.EndPublish;
import io.flexibleupgrades.orchestrator.environment.OpenPublish;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.EndSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Refuse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Ends publishes, and the upgrade's task that one may be, in the same transaction. */
@ApplicationScoped
class PublishEnd {
  private static final Logger LOG = Logger.getLogger(PublishEnd.class);

  void of(EnvironmentSession session, DuePublish due, @Nullable String reason) {
    var publish = due.publish();
    int published = publish.published().size();
    session.decide(new EndPublish(publish.id(), published, due.failed(), due.skipped(), reason));
    LOG.infof(
        "publish ended publish=%s published=%d failed=%d skipped=%d reason=%s",
        publish.id(), published, due.failed(), due.skipped(), reason);
    var task = publish.upgrade();
    if (task != null) {
      endTask(session, task, publish);
    }
  }

  private static void endTask(EnvironmentSession session, UpgradeId upgrade, OpenPublish publish) {
    var unpublished =
        publish.modules().stream()
            .map(ModuleToPublish::module)
            .filter(module -> !publish.published().contains(module))
            .map(module -> "'" + module + "'")
            .collect(Collectors.joining(", "));
    session.decide(
        upgrade,
        unpublished.isEmpty()
            ? new EndSystemPublish()
            : new Refuse(
                "System modules were not published: %s. See why with flexup explain, correct and import them, then flexup prepare --env %s"
                    .formatted(unpublished, session.name())));
  }
}
