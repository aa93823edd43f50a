package io.flexibleupgrades.orchestrator.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.TestStack;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.orchestrator.journal.BusyWriters;
import io.flexibleupgrades.orchestrator.whole.BrokerProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The relay under writers that commit out of order. The seed decides what is written and where
 * relays die, not how threads take turns. {@code -Dflexup.outbox.events=1000000
 * -Dflexup.outbox.kills=50} is the long form.
 */
class OutboxRelayIT {
  private static final int EVENTS = Integer.getInteger("flexup.outbox.events", 5_000);
  private static final int KILLS = Integer.getInteger("flexup.outbox.kills", 5);
  private static final int BACKLOG = Integer.getInteger("flexup.outbox.backlog", 20_000);
  private static final long SEED = Long.getLong("flexup.outbox.seed", new Random().nextInt());
  private static final int WARM_UP = 100;
  private static final int WRITERS = 16;
  private static final int LONGEST_SLEEP_MILLIS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String DATABASE = "relay_it";

  private final Map<String, Object> kafka =
      Map.of("bootstrap.servers", TestStack.bootstrapServers());
  private final String prefix = "g8-" + UUID.randomUUID() + "-";
  private final DataSource database = database();

  @BeforeEach
  void empty() throws Exception {
    Flyway.configure().dataSource(database).load().migrate();
    execute("truncate journal, relay_checkpoint");
    try (var admin = Admin.create(kafka)) {
      admin
          .createTopics(
              List.of(
                  new NewTopic(prefix + Topics.UPGRADE_EVENTS, 4, (short) 1),
                  new NewTopic(prefix + Topics.PREPARE_REQUESTS, 4, (short) 1)))
          .all()
          .get();
    }
  }

  @Test
  @DisplayName("G8: whatever dies, every committed event reaches its topic, in order with no gap")
  void losesNothingAndKeepsTheOrder() throws Exception {
    System.out.printf("G8: seed %d (flexup.outbox.seed)%n", SEED);
    var random = new Random(SEED);
    var writers = new BusyWriters(database, random.nextLong(), WRITERS, LONGEST_SLEEP_MILLIS);
    var fate = new Fate(database);
    int undisturbed = EVENTS / 4;
    try (var topic = new RelayedTopic(kafka, prefix + Topics.UPGRADE_EVENTS);
        var _ = new MortalRelays(database, kafka, prefix, fate)) {
      append(writers, WARM_UP);
      topic.readAtLeast(WARM_UP, PATIENCE);
      var writing = Thread.ofVirtual().start(() -> append(writers, undisturbed));
      topic.measure(writers, WARM_UP + undisturbed, PATIENCE);
      writing.join();
      var delays = topic.sortedDelays();

      fate.strike(random, KILLS, (EVENTS - undisturbed) * 8L / 10);
      append(writers, (EVENTS - undisturbed) / 2);
      BrokerProcess.whileStopped(Duration.ofSeconds(3), () -> append(writers, 200));
      append(writers, (EVENTS - undisturbed) / 2);

      topic.readAtLeast(count("journal"), PATIENCE);
      var audit = new RelayAudit(database, topic.appearances());
      audit.checkNoGap();
      audit.checkWholeResends();
      assertThat(fate.isDone()).as("every blow was struck").isTrue();
      checkRequests();
      var p99 = RelayedTopic.percentile(delays, 99);
      System.out.printf(
          "G8: seed %d: %d events, %d relay kills, %d sessions lost, 1 broker stall, %d sent again; commit to topic p50 %d ms, p99 %d ms%n",
          SEED,
          audit.events(),
          fate.kills(),
          fate.losses(),
          audit.doubled(),
          RelayedTopic.percentile(delays, 50).toMillis(),
          p99.toMillis());
      assertThat(p99).isLessThan(Duration.ofMillis(EVENTS < 100_000 ? 3_000 : 500));
    }
  }

  @Test
  @DisplayName("G8: a relay that is behind catches up in whole batches")
  void catchesUp() throws Exception {
    var writers = new BusyWriters(database, SEED, 4, 0);
    append(writers, 1_000);
    execute(
        """
        insert into journal (stream, sequence, event_id, environment, wire_name, payload)
        select 'environment/behind', n, gen_random_uuid(), 'behind', 'module-removed.v1',
          '{"environment":"behind","module":"M","requestedBy":"test"}'
        from generate_series(1, %d) n
        """
            .formatted(BACKLOG));

    long begun = System.nanoTime();
    try (var topic = new RelayedTopic(kafka, prefix + Topics.UPGRADE_EVENTS);
        var _ = new MortalRelays(database, kafka, prefix, new Fate(database))) {
      topic.measure(writers, count("journal"), PATIENCE);
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          "G8: %d events behind, caught up in %.1f s: %.0f events/s%n",
          BACKLOG, seconds, BACKLOG / seconds);
      new RelayAudit(database, topic.appearances()).checkNoGap();
    }
  }

  private void checkRequests() throws SQLException {
    try (var topic = new RelayedTopic(kafka, prefix + Topics.PREPARE_REQUESTS)) {
      long requests = count("journal where wire_name = 'module-prepare-requested.v1'");
      topic.readAtLeast(requests, PATIENCE);
      assertThat(
              topic.appearances().stream().map(seen -> seen.stream() + seen.sequence()).distinct())
          .hasSize((int) requests);
    }
  }

  private static void append(BusyWriters writers, long events) {
    try {
      writers.append(events);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long count(String rows) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var counted = statement.executeQuery("select count(*) from " + rows)) {
      counted.next();
      return counted.getLong(1);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static DataSource database() {
    TestStack.createDatabase(DATABASE);
    var source = new PGSimpleDataSource();
    source.setUrl(TestStack.jdbcUrl(DATABASE));
    source.setUser(DATABASE);
    source.setPassword(TestStack.password());
    source.setReWriteBatchedInserts(true);
    return source;
  }
}
