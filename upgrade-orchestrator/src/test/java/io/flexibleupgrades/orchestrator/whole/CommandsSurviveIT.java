package io.flexibleupgrades.orchestrator.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.TestStack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Operators whose orchestrator is killed again and again. The seed decides after how many commands
 * it dies, not at which instruction. {@code -Dflexup.commands.count=1000
 * -Dflexup.commands.kills=50} is the long form.
 */
class CommandsSurviveIT {
  private static final int COMMANDS = Integer.getInteger("flexup.commands.count", 60);
  private static final int KILLS = Integer.getInteger("flexup.commands.kills", 3);
  private static final long SEED = Long.getLong("flexup.commands.seed", new Random().nextInt());
  private static final int OPERATORS = 4;
  private static final String DATABASE = "commands_it";

  @TempDir Path folder = Path.of("");
  private final PersistentOperator operator = new PersistentOperator();
  private final AtomicInteger numbers = new AtomicInteger();

  @Test
  @DisplayName("G7: what was acknowledged is in the journal once, however the orchestrator dies")
  void anAcknowledgedCommandSurvivesOnce() throws Exception {
    System.out.printf("G7: seed %d (flexup.commands.seed)%n", SEED);
    var store = new FakeStore();
    var storeAddress = store.start().getOrDefault("flexup.store.url", "");
    var worker = new TestWorker(TestStack.bootstrapServers(), URI.create(storeAddress));
    worker.losing(request -> request.unit().value().startsWith("held"));
    try (var orchestrator =
            OrchestratorProcess.start(
                "orchestrator",
                folder,
                DATABASE,
                storeAddress,
                Map.of("FLEXUP_TIMERS_PICKUP", "900S"));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      orchestrator.awaitReady();
      var killing = threads.submit(() -> kill(orchestrator, new Random(SEED)));
      var operators =
          threads.invokeAll(
              IntStream.range(0, OPERATORS).mapToObj(_ -> work(orchestrator.address())).toList());
      for (var working : operators) {
        working.get();
      }
      killing.get();
      orchestrator.awaitReady();

      for (var command : operator.acknowledged()) {
        operator.ask(orchestrator.address(), command);
      }
      checkJournal();
      System.out.printf(
          "G7: seed %d: %d commands acknowledged, %d kills, %d requests broken off, 0 lost, 0 doubled%n",
          SEED, operator.acknowledged().size(), KILLS, operator.unanswered());
    } finally {
      worker.dismiss();
      store.stop();
    }
  }

  /** Kills the orchestrator at random moments of the work. */
  private Void kill(OrchestratorProcess orchestrator, Random random)
      throws IOException, InterruptedException {
    for (int i = 0; i < KILLS; i++) {
      int after = COMMANDS * (i + 1) / (KILLS + 1);
      while (operator.acknowledged().size() < after) {
        Thread.sleep(1);
      }
      Thread.sleep(random.nextInt(40));
      orchestrator.killAndRestart();
    }
    return null;
  }

  private Callable<Void> work(URI orchestrator) {
    return () -> {
      while (operator.acknowledged().size() < COMMANDS) {
        environmentsLife(orchestrator);
      }
      return null;
    };
  }

  private void environmentsLife(URI orchestrator) throws IOException, InterruptedException {
    var environment = next("env");
    operator.ask(orchestrator, Command.create(environment));
    var module = next("module");
    operator.ask(orchestrator, Command.register(module, environment));
    operator.ask(orchestrator, Command.register(next("held"), environment));
    operator.ask(orchestrator, Command.configure(next("configure"), environment, module));
    operator.ask(orchestrator, Command.publish(next("publish"), environment, module));
    var upgrade =
        operator
            .ask(orchestrator, Command.start(next("start"), environment))
            .path("upgradeId")
            .asText();
    for (int i = 0; i < 3 && operator.acknowledged().size() < COMMANDS; i++) {
      steer(orchestrator, upgrade, "pause", "preparation-paused.v1");
      steer(orchestrator, upgrade, "resume", "preparation-resumed.v1");
      steer(orchestrator, upgrade, "cancel", "preparation-cancelled.v1", "upgrade-cancelled.v1");
      steer(orchestrator, upgrade, "prepare", "preparation-reopened.v1", "upgrade-reopened.v1");
    }
  }

  private void steer(URI orchestrator, String upgrade, String operation, String... facts)
      throws IOException, InterruptedException {
    operator.ask(orchestrator, Command.steer(next(operation), upgrade, operation, facts));
  }

  private String next(String kind) {
    return kind + "-" + numbers.incrementAndGet();
  }

  private void checkJournal() throws SQLException {
    var found = new HashMap<String, Integer>();
    try (var connection =
            DriverManager.getConnection(
                TestStack.jdbcUrl(DATABASE), DATABASE, TestStack.password());
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select wire_name || ' ' || coalesce(payload->>'requestedBy',
                  case wire_name when 'environment-created.v1' then environment
                    else payload->>'module' end, ''), count(*)
                from journal group by 1
                """)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getInt(2));
      }
    }
    for (var command : operator.acknowledged()) {
      for (var fact : command.facts()) {
        assertThat(found.get(fact + " " + command.id())).as("%s of %s", fact, command).isEqualTo(1);
      }
    }
  }
}
