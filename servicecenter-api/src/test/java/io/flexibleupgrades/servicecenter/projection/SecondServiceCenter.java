package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Schema;
import io.flexibleupgrades.servicecenter.status.ViewSignals;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The projection of another Service Center on the same database: a consumer of its own in the same
 * group, and signals of its own, so that no reader here is told what it writes.
 */
@Dependent
public class SecondServiceCenter implements AutoCloseable {
  private final PartitionProjection writing;
  private final Positions positions;
  private final String topic;
  private final Map<String, Object> settings;
  private final Set<Integer> partitions = new ConcurrentSkipListSet<>();
  private volatile boolean stopping;
  private Thread thread = new Thread(() -> {});

  SecondServiceCenter(
      Schema schema,
      Positions positions,
      Projection projection,
      DeadLetters deadLetters,
      ProjectionConfig config,
      @ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
    this.writing =
        new PartitionProjection(
            schema,
            positions,
            projection,
            new PartitionFlow(),
            deadLetters,
            new ViewSignals(),
            config);
    this.positions = positions;
    this.topic = config.topic();
    this.settings =
        Map.of(
            "bootstrap.servers",
            broker,
            "group.id",
            "servicecenter",
            "enable.auto.commit",
            false,
            "auto.offset.reset",
            "earliest",
            "max.poll.records",
            50,
            "session.timeout.ms",
            6000,
            "heartbeat.interval.ms",
            500);
  }

  /** Joins the group, as another instance does, and shares the partitions with the first one. */
  public void join() {
    run(consumer -> consumer.subscribe(List.of(topic), new StartAtPositions(consumer)));
  }

  /**
   * Writes all partitions from the topic's beginning beside whoever has them, as an instance does
   * that has not noticed yet that they were taken from it.
   */
  public void writeWithoutOwning() {
    run(consumer -> {
      var all =
          consumer.partitionsFor(topic).stream()
              .map(found -> new TopicPartition(topic, found.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
    });
  }

  /** Returns which partitions it was given. */
  public Set<Integer> partitions() {
    return new TreeSet<>(partitions);
  }

  private void run(java.util.function.Consumer<KafkaConsumer<byte[], byte[]>> subscribe) {
    stopping = false;
    thread =
        Thread.ofPlatform()
            .name("second-service-center")
            .start(() -> {
              try (var consumer =
                  new KafkaConsumer<>(
                      settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                subscribe.accept(consumer);
                while (!stopping) {
                  var records = consumer.poll(Duration.ofMillis(100));
                  for (var partition : records.partitions()) {
                    writing.apply(partition, records.records(partition));
                  }
                }
              } catch (InterruptedException | InterruptException | WakeupException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    partitions.clear();
  }

  private final class StartAtPositions implements ConsumerRebalanceListener {
    private final KafkaConsumer<byte[], byte[]> consumer;

    StartAtPositions(KafkaConsumer<byte[], byte[]> consumer) {
      this.consumer = consumer;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      var known = QuarkusTransaction.requiringNew().call(positions::all);
      for (var partition : assigned) {
        consumer.seek(partition, known.getOrDefault(partition, 0L));
        partitions.add(partition.partition());
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      revoked.forEach(partition -> partitions.remove(partition.partition()));
    }
  }
}
