package io.flexibleupgrades.servicecenter.workers;

import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.servicecenter.kafka.KafkaRecords;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Hears every worker; each replica of the service hears all of them. */
@ApplicationScoped
class HeartbeatListener {
  private static final Logger LOG = Logger.getLogger(HeartbeatListener.class);

  private final LiveWorkers workers;
  private final MessageCodec codec = new MessageCodec();

  HeartbeatListener(LiveWorkers workers) {
    this.workers = workers;
  }

  @Incoming("workers")
  @Blocking
  void take(ConsumerRecords<byte[], byte[]> batch) {
    for (var received : batch) {
      try {
        if (received.value() != null
            && codec.decodeWorkerMessage(KafkaRecords.message(received))
                instanceof WorkerHeartbeat heartbeat) {
          workers.heard(heartbeat);
        }
      } catch (MalformedMessageException e) {
        // The orchestrator, which acts on these records, keeps it as a dead letter.
        LOG.debugf("No sign of life at %d: %s", received.offset(), e.getMessage());
      }
    }
  }
}
