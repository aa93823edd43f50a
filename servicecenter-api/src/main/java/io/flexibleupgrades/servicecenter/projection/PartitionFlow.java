package io.flexibleupgrades.servicecenter.projection;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Which partitions this instance reads, and which of them stand still. */
@ApplicationScoped
class PartitionFlow {
  private final ConcurrentMap<TopicPartition, Flow> flows = new ConcurrentHashMap<>();
  private final ConcurrentMap<TopicPartition, String> waiting = new ConcurrentHashMap<>();
  private volatile boolean joined;

  private sealed interface Flow {}

  private record Running() implements Flow {}

  private record Halted(Halt halt) implements Flow {}

  /** Records read ahead before the seek are passed over until this one comes. */
  private record Resuming(long offset) implements Flow {}

  void assigned(Collection<TopicPartition> partitions) {
    joined = true;
    partitions.forEach(partition -> flows.put(partition, new Running()));
  }

  void revoked(Collection<TopicPartition> partitions) {
    partitions.forEach(flows::remove);
    partitions.forEach(waiting::remove);
  }

  /** Takes note that a batch could not be written and is tried again. */
  void waits(TopicPartition partition, String reason) {
    waiting.put(partition, reason);
  }

  /** Takes note that a batch was written. */
  void goesOn(TopicPartition partition) {
    waiting.remove(partition);
  }

  /** Returns why batches are being tried again, none if all goes well. */
  List<String> waiting() {
    return waiting.values().stream().distinct().toList();
  }

  void halt(TopicPartition partition, Halt halt) {
    flows.put(partition, new Halted(halt));
  }

  void resume(TopicPartition partition, long offset) {
    flows.computeIfPresent(
        partition, (_, flow) -> flow instanceof Halted ? new Resuming(offset) : flow);
  }

  /** Passes over all records until this one comes, whether the partition stands still or not. */
  void restart(TopicPartition partition, long offset) {
    flows.computeIfPresent(partition, (_, _) -> new Resuming(offset));
  }

  /** Returns whether the broker has answered: without it no partition is ever assigned. */
  boolean isJoined() {
    return joined;
  }

  Collection<Integer> partitions() {
    var numbers = new TreeSet<Integer>();
    flows.keySet().forEach(partition -> numbers.add(partition.partition()));
    return numbers;
  }

  List<TopicPartition> halted() {
    return flows.entrySet().stream()
        .filter(entry -> entry.getValue() instanceof Halted)
        .map(Map.Entry::getKey)
        .toList();
  }

  List<Halt> halts() {
    return flows.values().stream()
        .flatMap(flow ->
            flow instanceof Halted(var halt)
                ? Optional.of(halt).stream()
                : Optional.<Halt>empty().stream())
        .toList();
  }

  /** Returns the records that the views have to see, none while the partition stands still. */
  List<ConsumerRecord<byte[], byte[]>> admit(
      TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
    return switch (flows.getOrDefault(partition, new Running())) {
      case Running _ -> records;
      case Halted _ -> List.of();
      case Resuming(var offset) -> {
        var from = records.stream().dropWhile(record -> record.offset() != offset).toList();
        if (!from.isEmpty()) {
          flows.put(partition, new Running());
        }
        yield from;
      }
    };
  }
}
