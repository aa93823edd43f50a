package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Schema;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Watches how far the views are behind the topic, and whether it was deleted and made again. A
 * position in the one that is no more could pass over events of the new one: it is then read from
 * its beginning, where what was applied already counts as repeated.
 */
@ApplicationScoped
class TopicWatch {
  private static final Logger LOG = Logger.getLogger(TopicWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final JournalTopic topic;
  private final Positions positions;
  private final PartitionFlow flow;
  private final Lag lag;
  private final Schema schema;
  private final ProjectionConfig config;
  private final Thread thread = Thread.ofVirtual().name("topic-watch").unstarted(this::watch);
  private String known = "";

  TopicWatch(
      JournalTopic topic,
      Positions positions,
      PartitionFlow flow,
      Lag lag,
      Schema schema,
      ProjectionConfig config) {
    this.topic = topic;
    this.positions = positions;
    this.flow = flow;
    this.lag = lag;
    this.schema = schema;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    thread.interrupt();
  }

  private void watch() {
    try {
      schema.awaitReady();
      while (!Thread.currentThread().isInterrupted()) {
        look();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() throws InterruptedException {
    try {
      var present = topic.present();
      if (present.isEmpty()) {
        lag.unknown();
        return;
      }
      moveTo(present.get().id());
      lag.measured(present.get().ends(), QuarkusTransaction.requiringNew().call(positions::all));
    } catch (RuntimeException e) {
      lag.unknown();
      LOG.debugf("The topic cannot be looked at now: %s", e.getMessage());
    }
  }

  private void moveTo(String id) {
    if (id.equals(known)) {
      return;
    }
    var lost = QuarkusTransaction.requiringNew().call(() -> positions.moveTo(config.topic(), id));
    if (!lost.isEmpty()) {
      LOG.warnf(
          "Topic %s was deleted and made again: the positions %s are void, its events are read"
              + " from the beginning. If the views lack events that it no longer has, have the"
              + " orchestrator publish the journal again.",
          config.topic(), lost);
      readFromTheBeginning();
    }
    known = id;
  }

  private void readFromTheBeginning() {
    var starts = new HashMap<TopicPartition, Long>();
    flow.partitions().forEach(number -> starts.put(new TopicPartition(config.topic(), number), 0L));
    topic.seek(starts, partition -> flow.restart(partition, 0));
  }
}
