package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.database.DatabaseException;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Schema;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Wakes this instance's readers when another instance has written the views of their environment.
 * Costs one look-up of the environments that are being read every half second, none without
 * readers.
 */
@ApplicationScoped
class OtherReplicas {
  private static final Logger LOG = Logger.getLogger(OtherReplicas.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private record Version(long generation, long events) {}

  private final Queries queries;
  private final Schema schema;
  private final ViewSignals signals;
  private final Thread thread = Thread.ofVirtual().name("other-replicas").unstarted(this::watch);
  private Map<EnvironmentName, Version> known = Map.of();

  OtherReplicas(Queries queries, Schema schema, ViewSignals signals) {
    this.queries = queries;
    this.schema = schema;
    this.signals = signals;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void watch() {
    try {
      schema.awaitReady();
      while (!signals.isStopping()) {
        look();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      var present = versions(signals.watched());
      var changed = new ArrayList<EnvironmentName>();
      present.forEach((environment, version) -> {
        if (!version.equals(known.get(environment))) {
          changed.add(environment);
        }
      });
      known = present;
      if (!changed.isEmpty()) {
        signals.committed(changed);
      }
    } catch (DatabaseException e) {
      LOG.debugf("The views cannot be looked at now: %s", e.getMessage());
    }
  }

  private Map<EnvironmentName, Version> versions(Set<EnvironmentName> environments) {
    if (environments.isEmpty()) {
      return Map.of();
    }
    var found = new HashMap<EnvironmentName, Version>();
    List<EnvironmentName> _ =
        queries.list(
            "SELECT name, events, number FROM environment, views_generation WHERE name = ANY (?)",
            row -> {
              var name = new EnvironmentName(row.text("name"));
              found.put(name, new Version(row.bigint("number"), row.bigint("events")));
              return name;
            },
            (Object) environments.stream().map(EnvironmentName::value).toArray(String[]::new));
    return found;
  }
}
