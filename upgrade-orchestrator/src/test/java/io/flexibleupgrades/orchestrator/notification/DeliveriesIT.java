package io.flexibleupgrades.orchestrator.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.PostgresOnly;
import io.flexibleupgrades.events.EnvironmentName;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The list of deliveries on a real PostgreSQL, with several orchestrators at it. */
class DeliveriesIT {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final WebhookUrl URL = new WebhookUrl("http://127.0.0.1:9/hook");

  private final PGSimpleDataSource database = new PGSimpleDataSource();
  private final Deliveries deliveries = new Deliveries();
  private final Webhooks webhooks = new Webhooks();
  private final AttemptResults results = new AttemptResults();
  private final Set<UUID> claimed = ConcurrentHashMap.newKeySet();
  private final Set<UUID> twice = ConcurrentHashMap.newKeySet();
  private final EnvironmentName prod = new EnvironmentName("prod-" + UUID.randomUUID());

  @BeforeEach
  void migrate() throws SQLException {
    var postgres = new PostgresOnly();
    postgres.init(Map.of("database", "deliveries_it"));
    var settings = postgres.start();
    database.setUrl(Objects.requireNonNull(settings.get("quarkus.datasource.jdbc.url")));
    database.setUser(settings.get("quarkus.datasource.username"));
    database.setPassword(settings.get("quarkus.datasource.password"));
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterEach
  void forgetAll() throws SQLException {
    run(connection -> connection.prepareStatement("delete from webhook").executeUpdate());
  }

  @Test
  void areClaimedByOneOrchestratorEach() throws Exception {
    for (int i = 0; i < 40; i++) {
      webhook("w" + i);
    }
    for (int i = 0; i < 5; i++) {
      list();
    }
    try (var orchestrators = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = Collections.nCopies(4, (Callable<Integer>) () -> claimAll(7));
      for (var orchestrator : orchestrators.invokeAll(all)) {
        orchestrator.get();
      }
    }

    // Whoever found everything locked for a moment left; what is over is still there.
    claimAll(100);
    assertThat(twice).isEmpty();
    assertThat(claimed).hasSize(200);
  }

  @Test
  void areClaimedOnePerWebhookAndNoneOfABusyOne() throws SQLException {
    webhook("a");
    webhook("b");
    list();
    list();

    assertThat(claim(10, LONG))
        .extracting(d -> d.webhook().name().value())
        .containsExactlyInAnyOrder("a", "b");
    assertThat(claimBesides(id("a")))
        .extracting(d -> d.webhook().name().value())
        .containsExactly("b");
  }

  @Test
  void areDueAgainWhenTheLeaseIsOver() throws Exception {
    webhook("a");
    list();
    var first = claim(1, Duration.ofMillis(100)).getFirst();
    assertThat(claim(1, LONG)).isEmpty();

    Thread.sleep(150);
    var second = claim(1, LONG).getFirst();

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempt()).isEqualTo(2);
    execute(c -> results.retry(c, first, 500, "late", Duration.ZERO));
    assertThat(claim(1, LONG)).as("only the latest attempt's failure counts").isEmpty();
    execute(c -> results.delivered(c, first, 200));
    execute(c -> results.giveUp(c, second, null, "lost"));
    assertThat(shown("a"))
        .extracting(Webhook::pending, Webhook::givenUp)
        .as("a success counts whenever it comes")
        .containsExactly(0, 0);
  }

  @Test
  void areListedForWebhooksThatAreNotDisabled() throws SQLException {
    webhook("a");
    webhook("b");
    list();
    list();
    var gone =
        claim(10, LONG).stream().filter(d -> d.webhook().equals(id("a"))).findFirst().orElseThrow();

    assertThat(disable(gone)).isTrue();
    list();

    assertThat(shown("a"))
        .extracting(Webhook::pending, Webhook::givenUp, Webhook::disabled)
        .containsExactly(0, 2, "Gone.");
    assertThat(shown("b")).extracting(Webhook::pending, Webhook::disabled).containsExactly(3, null);
  }

  @Test
  void areKeptWhenTheWebhookGotAnotherAddressBeforeTheOldOneWasGone() throws SQLException {
    webhook("a");
    list();
    var gone = claim(1, LONG).getFirst();
    run(c -> webhooks.put(c, id("a"), new WebhookUrl("http://127.0.0.1:9/other"), null));

    assertThat(disable(gone)).isFalse();
    assertThat(shown("a").disabled()).isNull();
  }

  @Test
  void sayNothingAboutANewWebhookOfTheSameName() throws SQLException {
    webhook("a");
    list();
    var old = claim(1, LONG).getFirst();
    run(c -> webhooks.delete(c, id("a")));
    webhook("a");

    assertThat(disable(old)).isFalse();
    execute(c -> results.giveUp(c, old, 500, "No."));

    assertThat(shown("a").disabled()).isNull();
    assertThat(shown("a").lastAttempt()).isNull();
  }

  @Test
  void areForgottenWhenTheyWereDeliveredLongAgo() throws Exception {
    webhook("a");
    list();
    list();
    list();
    var delivered = claim(1, LONG).getFirst();
    execute(c -> results.delivered(c, delivered, 200));
    var givenUp = claim(1, LONG).getFirst();
    execute(c -> results.giveUp(c, givenUp, 500, "No."));

    execute(c -> deliveries.forget(c, LONG, 10));
    assertThat(rows()).isEqualTo(3);
    execute(c -> deliveries.forget(c, Duration.ZERO, 10));

    assertThat(rows()).isEqualTo(2);
    assertThat(shown("a")).extracting(Webhook::pending, Webhook::givenUp).containsExactly(1, 1);
  }

  private void webhook(String name) throws SQLException {
    run(c -> webhooks.put(c, id(name), URL, null));
  }

  private WebhookId id(String name) {
    return new WebhookId(prod, new WebhookName(name));
  }

  private void list() throws SQLException {
    execute(c -> deliveries.list(c, prod, "upgrade.started", "{}"));
  }

  /** Claims until nothing is left, or something was there twice. */
  private int claimAll(int most) throws SQLException {
    int mine = 0;
    var next = claim(most, LONG);
    while (!next.isEmpty() && twice.isEmpty()) {
      mine += next.size();
      next.stream().map(Delivery::id).filter(id -> !claimed.add(id)).forEach(twice::add);
      next = claim(most, LONG);
    }
    return mine;
  }

  private List<Delivery> claim(int most, Duration lease) throws SQLException {
    return run(c -> deliveries.claim(c, most, Set.of(), lease));
  }

  private List<Delivery> claimBesides(WebhookId busy) throws SQLException {
    return run(c -> deliveries.claim(c, 10, Set.of(busy), LONG));
  }

  private boolean disable(Delivery gone) throws SQLException {
    return run(c -> results.disable(c, gone, 410, "Gone."));
  }

  private Webhook shown(String name) throws SQLException {
    return run(c -> webhooks.find(c, id(name))).orElseThrow();
  }

  private int rows() throws SQLException {
    return run(c -> {
      try (var rows = c.prepareStatement("select count(*) from webhook_delivery").executeQuery()) {
        rows.next();
        return rows.getInt(1);
      }
    });
  }

  private <R> R run(Work<R> work) throws SQLException {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      var result = work.on(connection);
      connection.commit();
      return result;
    }
  }

  private void execute(Statements work) throws SQLException {
    run(connection -> {
      work.on(connection);
      return connection;
    });
  }

  private interface Work<R> {
    R on(Connection connection) throws SQLException;
  }

  private interface Statements {
    void on(Connection connection) throws SQLException;
  }
}
