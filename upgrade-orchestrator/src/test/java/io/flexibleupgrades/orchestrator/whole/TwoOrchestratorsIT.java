package io.flexibleupgrades.orchestrator.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.TestStack;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.JournalRecord.KnownEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Two orchestrators as they are delivered, on one database and one broker. */
class TwoOrchestratorsIT {
  private static final String DATABASE = "two_it";
  private static final int MODULES = 12;

  @TempDir Path folder = Path.of("");
  private final PersistentOperator operator = new PersistentOperator();
  private final FakeStore store = new FakeStore();
  private final String address = store.start().getOrDefault("flexup.store.url", "");
  private final TestWorker worker =
      new TestWorker(TestStack.bootstrapServers(), URI.create(address));
  private final EventLog log = new EventLog(TestStack.bootstrapServers());
  private List<OrchestratorProcess> both = List.of();

  @BeforeEach
  void start() throws Exception {
    var settings = Map.of("FLEXUP_RELAY_PATIENCE", "1S");
    both =
        List.of(
            OrchestratorProcess.start("a", folder, DATABASE, address, settings),
            OrchestratorProcess.start("b", folder, DATABASE, address, settings));
    for (var orchestrator : both) {
      orchestrator.awaitReady();
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    both.forEach(OrchestratorProcess::close);
    worker.dismiss();
    store.stop();
  }

  @Test
  @DisplayName(
      "G7, G8: two orchestrators decide everything once, and one goes on where the other ends")
  void shareTheWorkAndTakeOver() throws Exception {
    prepare("two-both", both.getFirst(), both.getLast());
    var undisturbed = log.recordsUntil("two-both", UpgradeEnded.class::isInstance);
    assertThat(undisturbed).extracting(this::place).doesNotHaveDuplicates();
    assertOnce(undisturbed);
    var active = active();
    var other = active == both.getFirst() ? both.getLast() : both.getFirst();
    assertThat(relays(active) + relays(other)).as("active relays").isEqualTo(1);

    active.signal("STOP");
    long stopped = System.nanoTime();
    prepare("two-stopped", other, other);
    assertOnce(log.recordsUntil("two-stopped", UpgradeEnded.class::isInstance));
    long taken = System.nanoTime() - stopped;
    active.signal("CONT");

    worker.losing(request -> request.environment().value().equals("two-killed"));
    begin("two-killed", other, other);
    other.kill();
    long killed = System.nanoTime();
    worker.answeringAll();
    assertOnce(log.recordsUntil("two-killed", UpgradeEnded.class::isInstance));
    System.out.printf(
        "G8: a stopped orchestrator's upgrade was on the topic after %d ms, a killed one's after %d ms%n",
        Duration.ofNanos(taken).toMillis(),
        Duration.ofNanos(System.nanoTime() - killed).toMillis());
  }

  private void prepare(String environment, OrchestratorProcess one, OrchestratorProcess other)
      throws IOException, InterruptedException {
    begin(environment, one, other);
    new JournalRows(database(), environment).await(UpgradeEnded.class, 1);
  }

  /** Gives the orchestrators commands by turns. */
  private void begin(String environment, OrchestratorProcess one, OrchestratorProcess other)
      throws IOException, InterruptedException {
    operator.ask(one.address(), Command.create(environment));
    for (int i = 0; i < MODULES; i++) {
      var orchestrator = i % 2 == 0 ? one : other;
      operator.ask(orchestrator.address(), Command.register(environment + "-m" + i, environment));
    }
    operator.ask(other.address(), Command.start(environment + "-start", environment));
  }

  private void assertOnce(List<JournalRecord> records) {
    var prepared = new HashMap<String, Long>();
    var last = new HashMap<String, Long>();
    for (var journalled : records) {
      var stream = journalled.stream().name();
      assertThat(journalled.sequence()).isLessThanOrEqualTo(last.getOrDefault(stream, 0L) + 1);
      last.merge(stream, journalled.sequence(), Math::max);
      if (event(journalled) instanceof ModulePrepared module) {
        var before = prepared.put(module.module().value(), journalled.sequence());
        assertThat(before == null || before == journalled.sequence()).isTrue();
      }
    }
    assertThat(prepared).hasSize(MODULES);
  }

  private String place(JournalRecord journalled) {
    return journalled.stream() + "@" + journalled.sequence();
  }

  private static Event event(JournalRecord journalled) {
    return ((KnownEvent) journalled).envelope().event();
  }

  private OrchestratorProcess active() {
    return both.stream().filter(orchestrator -> relays(orchestrator) > 0).findFirst().orElseThrow();
  }

  private static int relays(OrchestratorProcess orchestrator) {
    return orchestrator.log().split("The relay is active", -1).length - 1;
  }

  private static DataSource database() {
    var source = new PGSimpleDataSource();
    source.setUrl(TestStack.jdbcUrl(DATABASE));
    source.setUser(DATABASE);
    source.setPassword(TestStack.password());
    return source;
  }
}
