package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.journal.Journal.SequencedEvent;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/**
 * Writers that append to the journal as sessions do, each transaction to an environment's stream
 * and to one of its upgrades; they sleep in them, and roll some back, so that transactions commit
 * in another order than they began in.
 */
public final class BusyWriters {
  private static final int ENVIRONMENTS = 40;
  private static final int MOST_EVENTS = 12;
  private static final Platform PLATFORM =
      new Platform(new PlatformVersion("11.9.0"), Digest.of(new byte[] {1}));

  private final Journal journal = new Journal();
  private final DataSource database;
  private final Random seeds;
  private final int writers;
  private final int longestSleepMillis;
  private final Map<String, ConcurrentSkipListMap<Long, Long>> commits = new ConcurrentHashMap<>();

  public BusyWriters(DataSource database, long seed, int writers, int longestSleepMillis) {
    this.database = database;
    seeds = new Random(seed);
    this.writers = writers;
    this.longestSleepMillis = longestSleepMillis;
  }

  /** Returns as soon as so many events are committed, or a few more. */
  public void append(long events) throws Exception {
    var left = new AtomicLong(events);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Callable<Long>>();
      for (int i = 0; i < writers; i++) {
        var random = new Random(seeds.nextLong());
        all.add(() -> append(random, left));
      }
      for (var writer : threads.invokeAll(all)) {
        writer.get();
      }
    }
  }

  /** Returns the time between an event's commit and this moment, 0 if it was not seen to end. */
  public long nanosSinceCommit(String stream, long sequence, long now) {
    var committed = commits.getOrDefault(stream, new ConcurrentSkipListMap<>()).get(sequence);
    return committed == null ? 0 : Math.max(0, now - committed);
  }

  private long append(Random random, AtomicLong left) throws SQLException, InterruptedException {
    long appended = 0;
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      while (left.get() > 0) {
        int events = 1 + random.nextInt(MOST_EVENTS);
        if (transaction(connection, random, events)) {
          left.addAndGet(-events);
          appended += events;
        }
      }
    }
    return appended;
  }

  private boolean transaction(Connection connection, Random random, int events)
      throws SQLException, InterruptedException {
    var environment = new EnvironmentName("g8-" + random.nextInt(ENVIRONMENTS));
    var upgrade =
        new UpgradeId(UUID.nameUUIDFromBytes(environment.value().getBytes(StandardCharsets.UTF_8)));
    int requests = random.nextInt(3) == 0 ? random.nextInt(events) : 0;
    journal.lock(connection, environment);
    long inEnvironment = last(connection, Stream.of(environment));
    long inUpgrade = last(connection, Stream.of(upgrade));
    var appended = new ArrayList<SequencedEvent>();
    for (int i = 1; i <= events; i++) {
      var module = new ModuleId("M" + random.nextInt(1_000));
      appended.add(
          i <= requests
              ? new SequencedEvent(inUpgrade + i, request(environment, upgrade, module))
              : new SequencedEvent(
                  inEnvironment + i - requests, new ModuleRemoved(environment, module, "test")));
    }
    journal.append(connection, appended);
    Thread.sleep(random.nextInt(longestSleepMillis + 1));
    if (random.nextInt(10) == 0) {
      connection.rollback();
      return false;
    }
    connection.commit();
    committed(appended);
    return true;
  }

  private void committed(List<SequencedEvent> appended) {
    long now = System.nanoTime();
    for (var sequenced : appended) {
      commits
          .computeIfAbsent(sequenced.event().stream().name(), _ -> new ConcurrentSkipListMap<>())
          .put(sequenced.sequence(), now);
    }
  }

  private static ModulePrepareRequested request(
      EnvironmentName environment, UpgradeId upgrade, ModuleId module) {
    return new ModulePrepareRequested(
        upgrade,
        environment,
        new UnitId(module.value()),
        1,
        PLATFORM,
        List.of(new RequestedModule(module, null, List.of(), null)),
        List.of());
  }

  private static long last(Connection connection, Stream stream) throws SQLException {
    try (var statement =
        connection.prepareStatement("select max(sequence) from journal where stream = ?")) {
      statement.setString(1, stream.name());
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }
}
