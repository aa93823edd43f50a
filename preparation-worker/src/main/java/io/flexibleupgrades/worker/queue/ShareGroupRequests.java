package io.flexibleupgrades.worker.queue;

import java.time.Duration;

/**
 * The queue as a Kafka share group (brokers from 4.2 on): records, not partitions, are handed to
 * slots, so that any number of workers share a topic and a long compile holds nobody up.
 */
public final class ShareGroupRequests implements PrepareRequests {
  private final ShareGroup group;
  private final int count;
  private final Slots slots = new Slots();

  /**
   * Makes the adapter; nothing is sent before it is started.
   *
   * @param recordLock how long the broker keeps a request for a slot that does not renew it
   */
  public ShareGroupRequests(
      String bootstrapServers, String topic, String group, int slots, Duration recordLock) {
    this.group = new ShareGroup(bootstrapServers, topic, group, recordLock);
    this.count = slots;
  }

  @Override
  public void start(RequestWork work) {
    slots.start(count, () -> new ShareGroupSlot(group), work);
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
