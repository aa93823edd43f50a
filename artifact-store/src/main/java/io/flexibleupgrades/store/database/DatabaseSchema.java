package io.flexibleupgrades.store.database;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Brings the database's schema to this version, however long the database takes to appear.
 *
 * <p>Blobs need no database, so the service starts without one and goes on trying.
 */
@ApplicationScoped
public class DatabaseSchema {
  private static final Logger LOG = Logger.getLogger(DatabaseSchema.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Flyway flyway;
  private volatile boolean ready;
  private volatile String waitingFor = "the first connection to the database";
  private volatile @Nullable Thread migration;

  DatabaseSchema(Flyway flyway) {
    this.flyway = flyway;
  }

  /**
   * Returns if the schema is there.
   *
   * @throws DatabaseUnavailableException as long as it is not
   */
  public void requireReady() {
    if (!ready) {
      throw new DatabaseUnavailableException();
    }
  }

  boolean isReady() {
    return ready;
  }

  /** Returns what the migration waits for, in words for the operator. */
  String waitingFor() {
    return waitingFor;
  }

  void start(@Observes StartupEvent started) {
    migration = Thread.ofVirtual().name("schema-migration").start(this::migrateUntilDone);
  }

  void stop(@Observes ShutdownEvent ended) {
    var running = migration;
    if (running != null) {
      running.interrupt();
    }
  }

  private void migrateUntilDone() {
    while (!ready) {
      try {
        flyway.migrate();
        ready = true;
        LOG.info("The database's schema is up to date");
      } catch (RuntimeException e) {
        say(reason(e));
        try {
          Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
          return;
        }
      }
    }
  }

  private void say(String reason) {
    if (!reason.equals(waitingFor)) {
      LOG.warnf("Waiting for the database: %s", reason);
      waitingFor = reason;
    }
  }

  private static String reason(Throwable fault) {
    var cause = fault;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
