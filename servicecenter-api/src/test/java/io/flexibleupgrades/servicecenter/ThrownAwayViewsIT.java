package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Views of many environments, built live from an unreliable delivery, then dropped and rebuilt. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class ThrownAwayViewsIT {
  private static final int EVENTS = Integer.getInteger("flexup.views.events", 10_000);
  private static final long LONGEST_SECONDS = Long.getLong("flexup.views.seconds", 120);
  private static final long SEED = Long.getLong("flexup.views.seed", System.nanoTime());
  private static final int AT_ONCE = 10;

  @Inject Journal journal;
  @Inject ViewTables tables;

  @Test
  @DisplayName("G9 B31: views that are dropped and rebuilt equal the live ones row for row")
  void rebuiltViewsEqualTheLiveOnesRowForRow() throws SQLException {
    System.out.printf("G9 seed %d, replay it with -Dflexup.views.seed=%d%n", SEED, SEED);
    var random = new Random(SEED);
    var relay = new UnreliableRelay(journal, random);
    journal.through(relay::take);
    var runs = new ArrayList<Run>();
    var start = Instant.now();
    long events = 0;
    while (events < EVENTS) {
      for (int i = 0; i < AT_ONCE; i++) {
        events += tell(runs, random).events();
      }
      relay.deliver();
    }
    journal.flush();
    var said = Duration.between(start, Instant.now());
    awaitApplied(events);
    var live = Duration.between(start, Instant.now());

    sample(runs).forEach(Api::assertCountsEqualLists);
    tables.keep();
    long cpu = cpu();
    long pg = cpuOfPostgres();
    var rebuild = Rebuilding.ofAllViews(Duration.ofSeconds(LONGEST_SECONDS));

    long ours = cpu() - cpu;
    long databases = cpuOfPostgres() - pg;
    assertThat(tables.differences()).as("seed %d", SEED).isEmpty();
    for (var view : ViewTables.VIEWS) {
      assertThat(tables.count(view)).as(view).isPositive();
    }
    assertThat(rebuild).isLessThan(Duration.ofSeconds(LONGEST_SECONDS));
    System.out.printf(
        "G9: %d events of %d environments, %d repeated, %d garbage; said in %.1f s, live after"
            + " %.1f s, rebuilt in %.1f s (%.0f events/s; %.1f s of CPU here, %.1f s in PostgreSQL),"
            + " every row equal%n",
        events,
        runs.size(),
        relay.repeated(),
        relay.garbage(),
        seconds(said),
        seconds(live),
        seconds(rebuild),
        events / seconds(rebuild),
        ours / 1000.0,
        databases / 1000.0);
  }

  private Run tell(List<Run> runs, Random random) {
    var name = "environment-%05d".formatted(runs.size());
    int modules = random.nextInt(20) == 0 ? 600 : 60 + random.nextInt(40);
    var run = new RandomRun(journal, name, random, modules).tell();
    runs.add(run);
    return run;
  }

  private void awaitApplied(long events) {
    Api.await("all events", Duration.ofMinutes(10), () -> tables.applied() == events);
  }

  private static List<Run> sample(List<Run> runs) {
    int step = Math.max(1, runs.size() / 10);
    return java.util.stream.IntStream.range(0, runs.size())
        .filter(i -> i % step == 0)
        .mapToObj(runs::get)
        .toList();
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1_000_000;
  }

  private static long cpuOfPostgres() {
    return ProcessHandle.current()
        .descendants()
        .map(ProcessHandle::info)
        .filter(i -> i.command().orElse("").contains("postgres"))
        .mapToLong(i -> i.totalCpuDuration().orElse(Duration.ZERO).toMillis())
        .sum();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
