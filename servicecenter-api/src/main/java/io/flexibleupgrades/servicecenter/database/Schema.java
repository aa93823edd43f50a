package io.flexibleupgrades.servicecenter.database;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/** The database's tables, brought up to date as soon as PostgreSQL answers. */
@ApplicationScoped
public class Schema {
  private static final Logger LOG = Logger.getLogger(Schema.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Flyway flyway;
  private final AgroalDataSource dataSource;
  private final String address;
  private final CountDownLatch ready = new CountDownLatch(1);
  private final Thread migration = Thread.ofVirtual().name("migration").unstarted(this::migrate);

  Schema(Flyway flyway, AgroalDataSource dataSource) {
    this.flyway = flyway;
    this.dataSource = dataSource;
    this.address =
        dataSource
            .getConfiguration()
            .connectionPoolConfiguration()
            .connectionFactoryConfiguration()
            .jdbcUrl();
  }

  void start(@Observes StartupEvent event) {
    migration.start();
  }

  void stop(@Observes ShutdownEvent event) {
    migration.interrupt();
  }

  /** Returns whether the tables are there. */
  public boolean isReady() {
    return ready.getCount() == 0;
  }

  /** Returns whether the tables are there and the database answers now. */
  public boolean answers() {
    if (!isReady()) {
      return false;
    }
    try (var connection = dataSource.getConnection()) {
      return connection.isValid((int) PAUSE.toSeconds());
    } catch (SQLException e) {
      return false;
    }
  }

  /** Returns what is being waited for, in a sentence. */
  public String waitingFor() {
    return "Waiting for PostgreSQL at %s: start it, or set QUARKUS_DATASOURCE_JDBC_URL."
        .formatted(address);
  }

  /** Waits until the tables are there. */
  public void awaitReady() throws InterruptedException {
    ready.await();
  }

  void requireReady() {
    if (!isReady()) {
      throw new ViewsUnavailableException(waitingFor());
    }
  }

  private void migrate() {
    try {
      while (!migrated()) {
        Thread.sleep(PAUSE);
      }
      ready.countDown();
      LOG.info("The views' tables are up to date.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean migrated() {
    try {
      flyway.migrate();
      return true;
    } catch (FlywayException e) {
      LOG.warnf("%s (%s)", waitingFor(), firstLine(e));
      return false;
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
