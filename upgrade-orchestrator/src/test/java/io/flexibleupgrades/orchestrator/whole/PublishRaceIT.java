package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Many publishes at the start and at the end of an upgrade. The short form runs in every build;
 * {@code -Dflexup.race.histories=1000 -Dflexup.race.publishes=60} is the long one. The seed decides
 * when each is asked for, not who comes first.
 */
@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class PublishRaceIT extends WholeLife {
  private static final int HISTORIES = Integer.getInteger("flexup.race.histories", 3);
  private static final int PUBLISHES = Integer.getInteger("flexup.race.publishes", 300);
  private static final int MODULES = 6;
  private static final int EARLY_MILLIS = 60;
  private static final int MILLIS = 300;
  private static final int CONNECTIONS = 64;

  private final Semaphore connections = new Semaphore(CONNECTIONS);

  @Test
  @DisplayName("B24, G10: no publish is accepted inside a locked interval, none refused outside")
  void theLockIsExact() throws Exception {
    int accepted = 0;
    int refused = 0;
    int busy = 0;
    for (int history = 0; history < HISTORIES; history++) {
      var name = "race-" + history;
      var modules =
          IntStream.range(0, MODULES)
              .mapToObj(i -> i == 0 ? module("M0") : module("M" + i, "M" + (i - 1)))
              .toArray(Operator.Module[]::new);
      upgraded(name, modules);

      var audit = new LockAudit();
      run(name, new Random(history), audit);

      audit.check(database, name);
      accepted += audit.accepted();
      refused += audit.refused();
      busy += audit.busy();
    }
    System.out.printf(
        "G10: %d histories: %d publishes accepted, %d refused by the lock, %d by another publish%n",
        HISTORIES, accepted, refused, busy);
    assertThat(accepted).isPositive();
    assertThat(refused).isPositive();
  }

  /** A tenth is asked for before the start and around it, the others while it holds and after. */
  private void run(String name, Random random, LockAudit audit) throws Exception {
    worker.losing(request -> isLast(name, request));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<Response>>();
      long begun = System.nanoTime();
      for (int i = 0; i < PUBLISHES / 10; i++) {
        answers.add(threads.submit(publish(begun, random.nextInt(EARLY_MILLIS), name, random)));
      }
      threads.submit(at(begun, random.nextInt(EARLY_MILLIS), () -> start(name))).get();
      long started = System.nanoTime();
      while (answers.size() < PUBLISHES) {
        answers.add(threads.submit(publish(started, random.nextInt(MILLIS), name, random)));
      }
      pauseUntil(started, MILLIS / 2 + random.nextInt(MILLIS / 2));
      worker.answeringAll();
      journal(name).await(UpgradeEnded.class, 2);
      for (var answer : answers) {
        audit.enter(answer.get());
      }
    }
  }

  /** The module whose outcome is held back, and with it the end of the upgrade. */
  private static boolean isLast(String environment, ModulePrepareRequested request) {
    return request.environment().value().equals(environment)
        && request.platform().version().toString().equals("11.9.1")
        && request.unit().value().equals("M" + (MODULES - 1));
  }

  private Callable<Response> publish(long begun, int millis, String name, Random random) {
    var module = "M" + random.nextInt(MODULES - 1);
    return at(begun, millis, () -> Operator.publish(name, module));
  }

  /** Asks until nothing is being published at that moment. */
  private static Response start(String name) throws InterruptedException {
    while (true) {
      var answer = Operator.upgrade(name, "11.9.1");
      if (answer.statusCode() == 202) {
        return answer;
      }
      problem(answer, 409, "publish-in-progress", "publishing");
      Thread.sleep(1);
    }
  }

  private Callable<Response> at(long begun, int millis, Callable<Response> call) {
    return () -> {
      pauseUntil(begun, millis);
      connections.acquire();
      try {
        return call.call();
      } finally {
        connections.release();
      }
    };
  }

  private static void pauseUntil(long begun, int millis) throws InterruptedException {
    Thread.sleep(Duration.ofNanos(Math.max(0, begun + millis * 1_000_000L - System.nanoTime())));
  }
}
