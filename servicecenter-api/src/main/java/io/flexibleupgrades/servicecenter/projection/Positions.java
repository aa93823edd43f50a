package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where reading goes on in each partition; moves only together with the views. */
@ApplicationScoped
class Positions {
  private final Queries queries;

  Positions(Queries queries) {
    this.queries = queries;
  }

  /** Locks the partition's views against every other writer until the transaction ends. */
  void lock(TopicPartition partition) {
    queries.execute(
        "INSERT INTO consumed_partition VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
        partition.topic(),
        partition.partition());
    queries.list(
        "SELECT next_offset FROM consumed_partition WHERE topic = ? AND partition = ? FOR UPDATE",
        row -> row.bigint("next_offset"),
        partition.topic(),
        partition.partition());
  }

  /** Locks the views of all partitions against every writer until the transaction ends. */
  void lockAll() {
    queries.execute("LOCK TABLE consumed_partition IN EXCLUSIVE MODE");
  }

  void save(TopicPartition partition, long nextOffset) {
    queries.execute(
        """
        INSERT INTO consumed_partition VALUES (?, ?, ?)
        ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset
        """,
        partition.topic(),
        partition.partition(),
        nextOffset);
  }

  Map<TopicPartition, Long> all() {
    var found = new HashMap<TopicPartition, Long>();
    queries.list(
        "SELECT topic, partition, next_offset FROM consumed_partition",
        row ->
            found.put(
                new TopicPartition(row.text("topic"), row.integer("partition")),
                row.bigint("next_offset")));
    return found;
  }
}
