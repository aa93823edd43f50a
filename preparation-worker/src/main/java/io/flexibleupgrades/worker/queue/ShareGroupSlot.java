package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** One member of the share group, with at most one record in hand. */
final class ShareGroupSlot implements SlotQueue {
  private static final Duration COMMIT = Duration.ofSeconds(10);
  private static final Duration CLOSE = Duration.ofSeconds(5);
  private static final Duration AFTER_RENEWAL = Duration.ofMillis(200);
  private static final int DEFAULT_LOCK_MILLIS = 15_000;
  private static final int POLLS_AFTER_RENEWAL = 5;

  private final KafkaShareConsumer<byte[], byte[]> member;
  private final BrokerSilence silence;
  private long asked = System.nanoTime();
  private long askedBefore = asked;

  ShareGroupSlot(ShareGroup group) {
    group.configure();
    member = group.newMember();
    silence = new BrokerSilence(member::metrics);
    member.subscribe(List.of(group.topic()));
  }

  @Override
  public @Nullable TakenRequest take(Duration patience) {
    if (silence.isTooLong()) {
      throw new KafkaException("The broker is silent.");
    }
    askedBefore = asked;
    asked = System.nanoTime();
    ConsumerRecord<byte[], byte[]> taken = null;
    boolean tooMany = false;
    for (var record : member.poll(patience)) {
      if (taken == null) {
        taken = record;
      } else {
        member.acknowledge(record, AcknowledgeType.RELEASE);
        tooMany = true;
      }
    }
    if (tooMany) {
      commit();
    }
    if (taken == null) {
      return null;
    }
    var request = new TakenRequest(taken);
    if (mayBeLost() && !renewed(request)) {
      throw new KafkaException("Request " + request.position() + " is no longer this slot's.");
    }
    return request;
  }

  // The record was fetched for this poll or the one before. If they were long ago, this process was
  // stopped in between, and the broker may have given the record to somebody else.
  private boolean mayBeLost() {
    return System.nanoTime() - askedBefore > renewalInterval().toNanos();
  }

  @Override
  public Duration renewalInterval() {
    return Duration.ofMillis(member.acquisitionLockTimeoutMs().orElse(DEFAULT_LOCK_MILLIS) / 3);
  }

  @Override
  public boolean renew(TakenRequest request, Future<Settlement> work) {
    return renewed(request);
  }

  private boolean renewed(TakenRequest request) {
    var record = request.record();
    member.acknowledge(record, AcknowledgeType.RENEW);
    commit();
    // A renewed record is in hand again only when a poll has handed it out again.
    for (int i = 0; i < POLLS_AFTER_RENEWAL; i++) {
      boolean inHand = false;
      for (var again : member.poll(AFTER_RENEWAL)) {
        if (again.partition() == record.partition() && again.offset() == record.offset()) {
          inHand = true;
        } else {
          member.acknowledge(again, AcknowledgeType.RELEASE);
        }
      }
      if (inHand) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void settle(TakenRequest request, Settlement settlement) {
    member.acknowledge(
        request.record(),
        switch (settlement) {
          case ACCEPT -> AcknowledgeType.ACCEPT;
          case RELEASE -> AcknowledgeType.RELEASE;
        });
    commit();
    asked = System.nanoTime();
  }

  @Override
  public boolean connected() {
    return Connections.any(member.metrics().values());
  }

  @Override
  public void close() {
    member.close(CLOSE);
  }

  private void commit() {
    for (var answer : member.commitSync(COMMIT).entrySet()) {
      if (answer.getValue().isPresent()) {
        throw new KafkaException(
            "The broker did not take the acknowledgement on " + answer.getKey() + ".",
            answer.getValue().get());
      }
    }
  }
}
