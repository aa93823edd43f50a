package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.DatabaseException;
import io.flexibleupgrades.servicecenter.database.Schema;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Starts reading each assigned partition where its views are. */
@ApplicationScoped
@Identifier("view-positions")
class PositionListener implements KafkaConsumerRebalanceListener {
  private static final Logger LOG = Logger.getLogger(PositionListener.class);
  private final Positions positions;
  private final PartitionFlow flow;
  private final Schema schema;

  PositionListener(Positions positions, PartitionFlow flow, Schema schema) {
    this.positions = positions;
    this.flow = flow;
    this.schema = schema;
  }

  @Override
  public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
    var known = known();
    for (var partition : assigned) {
      var position = known.get(partition);
      if (position == null) {
        consumer.seekToBeginning(java.util.List.of(partition));
      } else {
        consumer.seek(partition, position);
      }
    }
    flow.assigned(assigned);
    LOG.infof("Reading %s from %s.", assigned, known);
  }

  @Override
  public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
    flow.revoked(revoked);
  }

  /** Without a database everything is read from the beginning: slower, and just as right. */
  private Map<TopicPartition, Long> known() {
    if (!schema.isReady()) {
      return Map.of();
    }
    try {
      return QuarkusTransaction.requiringNew().call(positions::all);
    } catch (RuntimeException e) {
      if (DatabaseException.isUnavailable(e)) {
        LOG.warnf(
            "Reading from the beginning, because the positions cannot be read: %s", e.getMessage());
        return Map.of();
      }
      throw e;
    }
  }
}
