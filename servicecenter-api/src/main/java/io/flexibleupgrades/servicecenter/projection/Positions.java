package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Queries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where reading goes on in each partition; moves only together with the views. */
@ApplicationScoped
class Positions {
  private final Queries queries;
  private volatile @Nullable String topicId;

  Positions(Queries queries) {
    this.queries = queries;
  }

  /** Locks the partition's views against every other writer until the transaction ends. */
  void lock(TopicPartition partition) {
    queries.execute(
        """
        INSERT INTO consumed_partition (topic, partition, next_offset) VALUES (?, ?, 0)
        ON CONFLICT DO NOTHING
        """,
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
        INSERT INTO consumed_partition VALUES (?, ?, ?, ?)
        ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset,
          topic_id = coalesce(excluded.topic_id, consumed_partition.topic_id)
        """,
        partition.topic(),
        partition.partition(),
        nextOffset,
        topicId);
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

  /**
   * Forgets the positions in a topic of that name that was deleted and made again.
   *
   * @param id of the present topic, in which all positions are from now on
   * @return the forgotten positions
   */
  Map<TopicPartition, Long> moveTo(String topic, String id) {
    var forgotten = new HashMap<TopicPartition, Long>();
    queries.list(
        """
        DELETE FROM consumed_partition WHERE topic = ? AND topic_id <> ?
        RETURNING topic, partition, next_offset
        """,
        row ->
            forgotten.put(
                new TopicPartition(row.text("topic"), row.integer("partition")),
                row.bigint("next_offset")),
        topic,
        id);
    queries.execute("UPDATE consumed_partition SET topic_id = ? WHERE topic = ?", id, topic);
    topicId = id;
    return forgotten;
  }
}
