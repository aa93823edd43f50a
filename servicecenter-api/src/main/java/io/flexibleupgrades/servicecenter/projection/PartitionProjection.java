package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.servicecenter.database.Schema;
import io.flexibleupgrades.servicecenter.projection.Projection.Applied;
import io.flexibleupgrades.servicecenter.status.ViewSignals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Brings a partition's views on by one batch: one transaction, tried again for as long as the
 * database or the broker stands in its way. Blocks.
 */
@ApplicationScoped
class PartitionProjection {
  private static final Logger LOG = Logger.getLogger(PartitionProjection.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Schema schema;
  private final Positions positions;
  private final Projection projection;
  private final PartitionFlow flow;
  private final DeadLetters deadLetters;
  private final ViewSignals signals;
  private final ProjectionConfig config;
  private final MessageCodec codec = new MessageCodec();

  PartitionProjection(
      Schema schema,
      Positions positions,
      Projection projection,
      PartitionFlow flow,
      DeadLetters deadLetters,
      ViewSignals signals,
      ProjectionConfig config) {
    this.schema = schema;
    this.positions = positions;
    this.projection = projection;
    this.flow = flow;
    this.deadLetters = deadLetters;
    this.signals = signals;
    this.config = config;
  }

  void apply(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records)
      throws InterruptedException {
    var admitted = flow.admit(partition, records);
    if (admitted.isEmpty()) {
      return;
    }
    var received = Received.read(codec, admitted);
    schema.awaitReady();
    while (!applied(partition, received)) {
      Thread.sleep(PAUSE);
    }
  }

  private boolean applied(TopicPartition partition, List<Received> records) {
    try {
      var applied =
          QuarkusTransaction.requiringNew()
              .timeout((int) config.batchTimeLimit().toSeconds())
              .call(() -> transaction(partition, records));
      flow.goesOn(partition);
      signals.committed(applied.environments());
      var halt = applied.halt();
      if (halt != null) {
        halt(partition, halt);
      }
      return true;
    } catch (RuntimeException e) {
      if (PassingFailure.is(e)) {
        LOG.warnf("A batch of events is tried again in a moment: %s", e.getMessage());
        flow.waits(partition, String.valueOf(e.getMessage()));
        return false;
      }
      LOG.error("The views refused a batch of events.", e);
      var offset = records.getFirst().raw().offset();
      halt(
          partition,
          new Halt.Refused(partition.topic(), partition.partition(), offset, e.toString()));
      return true;
    }
  }

  private Applied transaction(TopicPartition partition, List<Received> records) {
    positions.lock(partition);
    var applied = projection.apply(records, deadLetters::keep);
    positions.save(partition, applied.nextOffset());
    return applied;
  }

  private void halt(TopicPartition partition, Halt halt) {
    LOG.error(halt.message());
    flow.halt(partition, halt);
  }
}
