package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * One member of the consumer group, with at most one record in hand. While it is, all partitions
 * are paused, and polls keep the member in the group; the offset is committed after the work. When
 * the partition of a record in hand is to move to another member, it moves after the work.
 */
final class ConsumerGroupSlot implements SlotQueue, ConsumerRebalanceListener {
  private static final Duration COMMIT = Duration.ofSeconds(10);
  private static final Duration KEEP_ALIVE = Duration.ofMillis(50);
  private static final Duration BETWEEN_KEEP_ALIVES = Duration.ofSeconds(3);
  private static final Duration LONGEST_WORK = Duration.ofMinutes(15);

  private final KafkaConsumer<byte[], byte[]> member;
  private @Nullable InHand inHand;

  private record InHand(TakenRequest request, Future<Settlement> work) {}

  ConsumerGroupSlot(String bootstrapServers, String group) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1);
    settings.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, (int) LONGEST_WORK.toMillis());
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * 1024 * 1024);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 2_000);
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    member =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** Joins the group. */
  SlotQueue subscribedTo(String topic) {
    member.subscribe(List.of(topic), this);
    return this;
  }

  @Override
  public @Nullable TakenRequest take(Duration patience) {
    for (var record : member.poll(patience)) {
      member.pause(member.assignment());
      return new TakenRequest(record);
    }
    return null;
  }

  @Override
  public Duration renewalInterval() {
    return BETWEEN_KEEP_ALIVES;
  }

  @Override
  public boolean renew(TakenRequest request, Future<Settlement> work) {
    inHand = new InHand(request, work);
    member.pause(member.assignment());
    // A partition that is assigned during the poll is not paused yet: give its record back.
    for (var early : member.poll(KEEP_ALIVE)) {
      member.seek(partitionOf(early), early.offset());
    }
    return inHand == null || member.assignment().contains(partitionOf(request.record()));
  }

  @Override
  public void settle(TakenRequest request, Settlement settlement) {
    if (member.assignment().contains(partitionOf(request.record()))) {
      conclude(request, settlement);
    }
    inHand = null;
    member.resume(member.assignment());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // They are paused by the next keep-alive if a record is in hand.
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    var held = inHand;
    if (held == null || !partitions.contains(partitionOf(held.request().record()))) {
      return;
    }
    try {
      conclude(held.request(), held.work().get());
      inHand = null;
    } catch (ExecutionException | InterruptedException e) {
      throw new KafkaException("nobody interrupts a slot's thread", e);
    }
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    // They are somebody else's already: nothing can be committed, and nobody waits for the work.
  }

  @Override
  public boolean connected() {
    return Connections.any(member.metrics().values());
  }

  @Override
  public void close() {
    member.close();
  }

  private void conclude(TakenRequest request, Settlement settlement) {
    var record = request.record();
    switch (settlement) {
      case ACCEPT ->
          member.commitSync(
              Map.of(partitionOf(record), new OffsetAndMetadata(record.offset() + 1)), COMMIT);
      case RELEASE -> member.seek(partitionOf(record), record.offset());
    }
  }

  private static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
    return new TopicPartition(record.topic(), record.partition());
  }
}
