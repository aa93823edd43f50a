package io.flexibleupgrades.orchestrator.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.orchestrator.relay.RelayedTopic.Appearance;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Compares what stands on a topic with the journal. */
final class RelayAudit {
  private final Map<String, Integer> lengths = new HashMap<>();
  private final Map<String, int[]> ranks = new HashMap<>();
  private final List<Appearance> appearances;
  private long events;

  RelayAudit(DataSource database, List<Appearance> appearances) throws SQLException {
    this.appearances = appearances;
    readLengths(database);
    var partitions = new HashMap<String, Integer>();
    appearances.forEach(seen -> partitions.put(seen.stream(), seen.partition()));
    readRanks(database, partitions);
  }

  long events() {
    return events;
  }

  long doubled() {
    return appearances.size() - events;
  }

  /** Fails if an event is missing, or appears first before one of its stream that precedes it. */
  void checkNoGap() {
    var seen = new HashMap<String, Integer>();
    for (var appearance : appearances) {
      int last = seen.getOrDefault(appearance.stream(), 0);
      assertThat(appearance.sequence())
          .as("%s appears after %d", appearance, last)
          .isLessThanOrEqualTo(last + 1);
      seen.put(appearance.stream(), Math.max(last, appearance.sequence()));
    }
    assertThat(seen).as("the last event of each stream").isEqualTo(lengths);
  }

  /**
   * Fails if a life of the relay left something out: in a partition it sends one row after the
   * other, and goes back only to send again all that follows.
   */
  void checkWholeResends() {
    var last = new HashMap<Integer, Integer>();
    for (var appearance : appearances) {
      int rank = ranks.getOrDefault(appearance.stream(), new int[0])[appearance.sequence()];
      int key = appearance.life() * 1_000 + appearance.partition();
      int before = last.getOrDefault(key, rank);
      assertThat(rank).as("%s follows rank %d", appearance, before).isLessThanOrEqualTo(before + 1);
      last.put(key, rank);
    }
  }

  private void readLengths(DataSource database) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select stream, count(*), max(sequence) from journal group by stream")) {
      while (rows.next()) {
        assertThat(rows.getInt(2)).isEqualTo(rows.getInt(3));
        lengths.put(rows.getString(1), rows.getInt(2));
        ranks.put(rows.getString(1), new int[rows.getInt(2) + 1]);
        events += rows.getInt(2);
      }
    }
  }

  /** Ranks each event among those of its partition, in the order in which the relay reads. */
  private void readRanks(DataSource database, Map<String, Integer> partitions) throws SQLException {
    var next = new HashMap<Integer, Integer>();
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.setFetchSize(10_000);
        try (var rows =
            statement.executeQuery(
                "select stream, sequence from journal order by txid, position")) {
          while (rows.next()) {
            var partition = partitions.get(rows.getString(1));
            assertThat(partition).as("partition of %s", rows.getString(1)).isNotNull();
            int rank = next.merge(partition, 1, Integer::sum);
            ranks.getOrDefault(rows.getString(1), new int[0])[rows.getInt(2)] = rank;
          }
        }
      }
    }
  }
}
