package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.projection.SecondServiceCenter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Reads while events are projected, and while the projection is disturbed again and again. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class SteadyReadsIT {
  private static final int READS = Integer.getInteger("flexup.views.reads", 2_000);
  private static final long SEED = Long.getLong("flexup.views.seed", System.nanoTime());
  private static final int READERS = 4;
  private static final int ENVIRONMENTS = 6;
  private static final int DISTURBANCES = 12;

  @Inject Journal journal;
  @Inject ViewTables tables;
  @Inject SecondServiceCenter second;
  @Inject SecondServiceCenter third;

  private final AtomicLong answers = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();
  private final List<Reader> readers = new ArrayList<>();

  @Test
  @DisplayName("G2 B27: in every answer the counts add up, and the percentage never falls")
  void everyAnswerAddsUpWhileTheProjectionIsDisturbed() throws Exception {
    System.out.printf("G2 seed %d, replay it with -Dflexup.views.seed=%d%n", SEED, SEED);
    var random = new Random(SEED);
    var rounds = new Rounds();
    var relay = new UnreliableRelay(journal, random);
    journal.through(record -> {
      rounds.take(record);
      relay.take(record);
    });
    var runs = new ArrayList<Run>();
    for (int i = 0; i < ENVIRONMENTS; i++) {
      runs.add(new RandomRun(journal, "steady-" + i, random).tell());
    }
    var environments = runs.stream().map(run -> run.environment).toList();
    var start = Instant.now();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var client = HttpClient.newHttpClient();
        var _ = second;
        var _ = third) {
      var reading = read(threads, client, rounds, environments);
      try {
        deliver(relay, reading);
        requireNoneFailed(reading);
        long events = runs.stream().mapToLong(Run::events).sum();
        Api.await("all events", Duration.ofMinutes(2), () -> tables.applied() == events);
        Api.await(
            "all reads",
            Duration.ofMinutes(30),
            () -> isAnyDone(reading) || answers.get() >= READS);
      } finally {
        over.set(true);
      }
      for (var one : reading) {
        one.get();
      }
    }

    runs.forEach(Api::assertCountsEqualLists);
    long compared = readers.stream().mapToLong(Reader::compared).sum();
    assertThat(compared).isPositive();
    System.out.printf(
        "G2: %d answers of %d readers in %.1f s, %d times status and list as of the same event, %d"
            + " answers 503, %d disturbances, 0 violations%n",
        answers.get(),
        READERS,
        Duration.between(start, Instant.now()).toMillis() / 1000.0,
        compared,
        readers.stream().mapToLong(Reader::unavailable).sum(),
        DISTURBANCES);
  }

  private List<Future<Void>> read(
      ExecutorService threads,
      HttpClient client,
      Rounds rounds,
      List<EnvironmentName> environments) {
    var reading = new ArrayList<Future<Void>>();
    for (int i = 0; i < READERS; i++) {
      var reader = new Reader(client, rounds, answers);
      readers.add(reader);
      int first = i;
      reading.add(
          threads.submit(() -> {
            for (int turn = first; !over.get(); turn++) {
              reader.read(environments.get(turn % environments.size()));
            }
            return null;
          }));
    }
    return reading;
  }

  /** Delivers the events spread over all reads, with the disturbances between them. */
  private void deliver(UnreliableRelay relay, List<Future<Void>> reading) throws Exception {
    long all = relay.waiting();
    int disturbed = 0;
    while (relay.waiting() > 0 && !isAnyDone(reading)) {
      relay.deliverSome();
      journal.flush();
      long delivered = all - relay.waiting();
      if (delivered * (DISTURBANCES + 1) > all * (disturbed + 1L)) {
        disturb(disturbed++);
      }
      long due = READS * delivered / all;
      Api.await(
          due + " answers",
          Duration.ofMinutes(5),
          () -> answers.get() >= due || isAnyDone(reading));
    }
  }

  private void disturb(int number) throws Exception {
    switch (number % 6) {
      case 1 -> second.join();
      case 2 -> third.writeWithoutOwning();
      case 4 -> second.close();
      case 5 -> third.close();
      default -> {
        try (var aside = AsideSession.open()) {
          aside.endSessions();
        }
      }
    }
  }

  private static void requireNoneFailed(List<Future<Void>> reading) throws Exception {
    for (var one : reading) {
      if (one.isDone()) {
        one.get();
      }
    }
  }

  private static boolean isAnyDone(List<Future<Void>> reading) {
    return reading.stream().anyMatch(Future::isDone);
  }
}
