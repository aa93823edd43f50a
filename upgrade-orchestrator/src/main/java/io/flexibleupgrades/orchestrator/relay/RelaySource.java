package io.flexibleupgrades.orchestrator.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A table that the relay publishes, in the order of {@code (txid, position)}. Rows of transactions
 * that an older one could still overtake stay hidden: polling for a larger position alone loses
 * what commits out of order.
 */
interface RelaySource {
  /** The largest record there can be: a poison record of 4 MiB, and why it is one. */
  int LARGEST_RECORD_BYTES = 5 * 1024 * 1024;

  /** The name its checkpoint is kept under. */
  String name();

  /** The table it reads. */
  String table();

  /** Reads what follows the checkpoint and is safe to publish, at most so many rows. */
  List<Outgoing> read(Connection connection, Checkpoint after, int most) throws SQLException;

  /**
   * One row, as it is published.
   *
   * @param records in the order they are sent
   */
  record Outgoing(Checkpoint checkpoint, List<ProducerRecord<byte[], byte[]>> records) {}

  /**
   * How far a source was published.
   *
   * @param txid PostgreSQL's 64-bit transaction id as text
   */
  record Checkpoint(String txid, long position) {
    static final Checkpoint START = new Checkpoint("0", 0);
  }
}
