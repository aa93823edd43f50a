package io.flexibleupgrades.events;

import static io.flexibleupgrades.events.Golden.BOOKS;
import static io.flexibleupgrades.events.Golden.CORE_MONEY;
import static io.flexibleupgrades.events.Golden.ENVIRONMENT;
import static io.flexibleupgrades.events.Golden.NEW;
import static io.flexibleupgrades.events.Golden.ORDERS;
import static io.flexibleupgrades.events.Golden.UPGRADE;
import static io.flexibleupgrades.events.Golden.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the golden files of a worker's messages say. */
final class GoldenWorkerMessages {
  private static final UnitId UNIT = new UnitId("Bücher 書籍");
  private static final WorkerName WORKER = new WorkerName("worker-1-5f0e8b9a");

  private GoldenWorkerMessages() {}

  static List<Golden> all() {
    return List.of(
        new Golden(
            "prepare-outcome.v1",
            outcome(
                List.of(
                    new PrepareOutcome.Prepared(
                        CORE_MONEY,
                        digest('f'),
                        10_485_760_000L,
                        Duration.ofMillis(812),
                        GoldenPreparationEvents.TALKATIVE),
                    new PrepareOutcome.Failed(
                        BOOKS, FailureKind.COMPILE, GoldenPreparationEvents.TALKATIVE),
                    new PrepareOutcome.Skipped(ORDERS, List.of(BOOKS))))),
        new Golden(
            "prepare-outcome.v1.nulls",
            outcome(
                List.of(
                    new PrepareOutcome.Failed(
                        BOOKS, FailureKind.TIME_LIMIT, GoldenPreparationEvents.withoutFile())))),
        new Golden(
            "worker-heartbeat.v1",
            new WorkerHeartbeat(
                WORKER,
                4,
                "javac 25.0.1",
                true,
                List.of(
                    new WorkerHeartbeat.RunningAttempt(
                        UPGRADE, ENVIRONMENT, UNIT, 2, Instant.parse("2026-03-01T22:15:28Z"))))));
  }

  private static PrepareOutcome outcome(List<PrepareOutcome.Result> results) {
    return new PrepareOutcome(UPGRADE, ENVIRONMENT, UNIT, 2, NEW.digest(), WORKER, results);
  }
}
