package io.flexibleupgrades.servicecenter.projection;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes the journal's records from Kafka, in batches and in the order of each partition. */
@ApplicationScoped
class EventsChannel {
  private final PartitionProjection projection;

  EventsChannel(PartitionProjection projection) {
    this.projection = projection;
  }

  @Incoming("upgrade-events")
  @Blocking
  void receive(ConsumerRecords<byte[], byte[]> records) throws InterruptedException {
    for (var partition : records.partitions()) {
      projection.apply(partition, records.records(partition));
    }
  }
}
