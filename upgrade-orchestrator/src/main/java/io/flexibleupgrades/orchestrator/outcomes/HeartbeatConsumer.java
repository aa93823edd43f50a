package io.flexibleupgrades.orchestrator.outcomes;

import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerName;
import io.flexibleupgrades.orchestrator.dispatch.Workers;
import io.flexibleupgrades.orchestrator.journal.DatabaseException;
import io.flexibleupgrades.orchestrator.journal.Patience;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.timers.AttemptTimers;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes workers' signs of life; of several in one batch a worker's last one tells it all. */
@ApplicationScoped
class HeartbeatConsumer {
  private static final Logger LOG = Logger.getLogger(HeartbeatConsumer.class);

  private final Workers workers;
  private final AttemptTimers timers;
  private final Transactions transactions;
  private final PoisonRecords poison;
  private final Patience patience;
  private final MessageCodec codec = new MessageCodec();

  HeartbeatConsumer(
      Workers workers,
      AttemptTimers timers,
      Transactions transactions,
      PoisonRecords poison,
      Patience patience) {
    this.workers = workers;
    this.timers = timers;
    this.transactions = transactions;
    this.poison = poison;
    this.patience = patience;
  }

  @Incoming("workers")
  @Blocking
  void take(ConsumerRecords<byte[], byte[]> batch) {
    patience.untilStarted();
    var bad = new ArrayList<Poison>();
    var latest = new LinkedHashMap<WorkerName, WorkerHeartbeat>();
    for (var received : batch) {
      try {
        if (codec.decodeWorkerMessage(KafkaRecords.message(received))
            instanceof WorkerHeartbeat heartbeat) {
          latest.put(heartbeat.worker(), heartbeat);
        } else {
          bad.add(new Poison(received, "The record is no worker-heartbeat.v1."));
        }
      } catch (MalformedMessageException e) {
        bad.add(new Poison(received, String.valueOf(e.getMessage())));
      }
    }
    latest.values().forEach(this::heard);
    poison.setAside(bad);
  }

  private void heard(WorkerHeartbeat heartbeat) {
    workers.heard(heartbeat);
    if (heartbeat.running().isEmpty()) {
      return;
    }
    try {
      transactions.execute(connection -> timers.extend(connection, heartbeat));
    } catch (DatabaseException e) {
      LOG.warnf("A sign of life of worker %s is lost: %s", heartbeat.worker(), e.getMessage());
    }
  }
}
