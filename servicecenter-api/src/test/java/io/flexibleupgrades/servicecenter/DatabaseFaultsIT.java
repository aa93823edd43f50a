package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away, is slow, ends sessions and refuses commits while events are projected. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class DatabaseFaultsIT {
  @Inject Journal journal;
  @Inject ViewTables tables;
  @Inject AgroalDataSource dataSource;

  @BeforeEach
  void awaitTheTables() {
    Api.await("readiness", () -> Api.code("/q/health/ready") == 200);
  }

  @Test
  @DisplayName("G1 a transaction that fails on commit is tried again, and nothing is applied twice")
  void goesOnAfterCommitsThatFail() throws Exception {
    execute(
        """
        CREATE SEQUENCE failed_commits;
        CREATE FUNCTION fail_some_commits() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF nextval('failed_commits') <= 3 THEN
            RAISE EXCEPTION 'The commit was lost.' USING ERRCODE = '40001';
          END IF;
          RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER fails_some AFTER INSERT OR UPDATE ON applied_stream
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail_some_commits();
        """);

    var run = new RandomRun(journal, "commits", new Random(1)).tell();
    requireApplied(run);

    assertThat(tables.number("SELECT last_value FROM failed_commits")).isGreaterThan(3);
    execute("DROP TRIGGER fails_some ON applied_stream");
    Api.await("readiness to rise", () -> Api.code("/q/health/ready") == 200);
  }

  @Test
  @DisplayName("G1 sessions that are ended again and again lose nothing")
  void goesOnAfterEndedSessions() throws Exception {
    var relay = new UnreliableRelay(journal, new Random(2));
    journal.through(relay::take);
    var run = new RandomRun(journal, "sessions", new Random(2)).tell();
    journal.through(journal::put);
    try (var aside = AsideSession.open()) {
      while (relay.waiting() > 0) {
        for (int i = 0; i < 5 && relay.waiting() > 0; i++) {
          relay.deliverSome();
        }
        journal.flush();
        aside.endSessions();
      }
    }

    requireApplied(run);
  }

  @Test
  @DisplayName("G1 while the database is away readiness says so, and the views go on by themselves")
  void goesOnWhenTheDatabaseIsBack() throws Exception {
    try (var aside = AsideSession.open()) {
      aside.allowConnections(false);
      aside.endSessions();
      var run = new RandomRun(journal, "away", new Random(3)).tell();
      journal.flush();
      Api.await("readiness to fall", () -> Api.code("/q/health/ready") == 503);
      var said = RestAssured.get("/q/health/ready").asString();
      var answer = RestAssured.get(run.path() + "/status");
      aside.allowConnections(true);

      assertThat(said).contains("PostgreSQL");
      assertThat(answer.statusCode()).isEqualTo(503);
      requireApplied(run);
      Api.await("readiness to rise", () -> Api.code("/q/health/ready") == 200);
    }
  }

  @Test
  @DisplayName("G1 a database that lets the projection wait delays the views, and breaks nothing")
  void waitsForASlowDatabase() throws Exception {
    try (var slow = dataSource.getConnection()) {
      slow.setAutoCommit(false);
      slow.createStatement().execute("LOCK TABLE module_change IN EXCLUSIVE MODE");
      var run = new RandomRun(journal, "slow", new Random(4)).tell();
      journal.flush();
      Api.await(
          "the projection to wait",
          () ->
              tables.number("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
                  > 0);
      assertThat(tables.applied(run.environment)).isLessThan(run.events());
      slow.rollback();

      requireApplied(run);
    }
  }

  private void requireApplied(Run run) {
    long events = run.events();
    Api.await("all events", Duration.ofMinutes(1), () -> tables.applied(run.environment) == events);
    Api.assertCountsEqualLists(run);
    assertThat(Api.get("/api/v1/views").getList("problems")).isEmpty();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
