package io.flexibleupgrades.worker.queue;

import java.time.Duration;

/**
 * The queue as a Kafka consumer group, for brokers before 4.2: each slot owns some partitions, and
 * a long compile holds up the partition its request came from, and the move of that partition to
 * another worker.
 */
public final class ConsumerGroupRequests implements PrepareRequests {
  private final String bootstrapServers;
  private final String topic;
  private final String group;
  private final int count;
  private final Slots slots = new Slots();

  public ConsumerGroupRequests(String bootstrapServers, String topic, String group, int slots) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.group = group;
    this.count = slots;
  }

  @Override
  public void start(RequestWork work) {
    slots.start(
        count, () -> new ConsumerGroupSlot(bootstrapServers, group).subscribedTo(topic), work);
  }

  @Override
  public boolean drain(Duration patience) throws InterruptedException {
    return slots.drain(patience);
  }

  @Override
  public boolean connected() {
    return slots.connected();
  }

  @Override
  public void close() {
    Closing.now(slots);
  }
}
