package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.status.Generation;
import io.flexibleupgrades.servicecenter.status.ViewSignals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Empties all views and builds them again from the topic's beginning, in one transaction: readers
 * see the old views until the new ones are complete, and a rebuild that fails changes nothing.
 * Meanwhile the live projection waits.
 */
@ApplicationScoped
class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);

  private final JournalTopic topic;
  private final Projection projection;
  private final Positions positions;
  private final PartitionFlow flow;
  private final ViewSignals signals;
  private final Generation generation;
  private final ProjectionConfig config;
  private final EntityManager entities;
  private final Clock clock = Clock.systemUTC();
  private volatile RebuildProgress progress = RebuildProgress.none();

  Rebuild(
      JournalTopic topic,
      Projection projection,
      Positions positions,
      PartitionFlow flow,
      ViewSignals signals,
      Generation generation,
      ProjectionConfig config,
      EntityManager entities) {
    this.topic = topic;
    this.projection = projection;
    this.positions = positions;
    this.flow = flow;
    this.signals = signals;
    this.generation = generation;
    this.config = config;
    this.entities = entities;
  }

  RebuildProgress progress() {
    return progress;
  }

  /**
   * Starts a rebuild if none runs.
   *
   * @throws RebuildNotConfirmedException if the request does not say that it is meant
   */
  synchronized void start(@Nullable RebuildRequest request) {
    if (request == null || !request.isConfirmed()) {
      throw new RebuildNotConfirmedException();
    }
    if (progress.state() != RebuildProgress.State.RUNNING) {
      progress = RebuildProgress.started(clock.instant());
      Thread.ofVirtual().name("rebuild").start(this::run);
    }
  }

  private void run() {
    try {
      var environments = new HashSet<EnvironmentName>();
      var reached =
          QuarkusTransaction.requiringNew()
              .timeout((int) config.rebuildTimeLimit().toSeconds())
              .call(() -> rebuild(environments));
      progress = progress.done(clock.instant());
      signals.committed(environments);
      resume(reached);
      LOG.infof("All views are rebuilt from %d records.", progress.read());
    } catch (RuntimeException e) {
      LOG.error("The views were not rebuilt; they are as they were.", e);
      progress = progress.failed(clock.instant(), String.valueOf(e.getMessage()));
    }
  }

  private Map<TopicPartition, Long> rebuild(Set<EnvironmentName> environments) {
    positions.lockAll();
    projection.empty();
    generation.next();
    var missing = new MissingEvents();
    var reached = new HashMap<TopicPartition, Long>();
    topic.readAll(
        new JournalTopic.Reader() {
          @Override
          public void total(long records) {
            progress = progress.reached(0, records);
          }

          @Override
          public void batch(TopicPartition partition, List<Received> records) {
            // What is no event was kept when it was first read.
            var applied = projection.apply(records, _ -> {}, missing);
            environments.addAll(applied.environments());
            positions.save(partition, applied.nextOffset());
            reached.put(partition, applied.nextOffset());
            entities.flush();
            entities.clear();
            progress = progress.reached(progress.read() + records.size(), progress.total());
          }
        });
    missing.requireNone();
    return reached;
  }

  private void resume(Map<TopicPartition, Long> reached) {
    var halted = new HashMap<>(reached);
    halted.keySet().retainAll(flow.halted());
    if (!halted.isEmpty()) {
      topic.seek(halted, partition -> flow.resume(partition, halted.getOrDefault(partition, 0L)));
    }
  }
}
