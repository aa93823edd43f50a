package io.flexibleupgrades.servicecenter;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Delivers what a relay may at its worst: the environments in any order among each other, single
 * records again, whole tails again, and garbage between. About one record in ten is a repetition.
 */
final class UnreliableRelay {
  private static final int LONGEST_TAIL = 400;

  private final Journal journal;
  private final Random random;
  private final Map<EnvironmentName, ArrayDeque<Journal.Said>> waiting = new LinkedHashMap<>();
  private final ArrayDeque<Journal.Said> tail = new ArrayDeque<>();
  private long repeated;
  private long garbage;

  UnreliableRelay(Journal journal, Random random) {
    this.journal = journal;
    this.random = random;
  }

  void take(Journal.Said record) {
    waiting.computeIfAbsent(record.environment(), _ -> new ArrayDeque<>()).add(record);
  }

  long repeated() {
    return repeated;
  }

  long garbage() {
    return garbage;
  }

  /** Returns how many records wait. */
  long waiting() {
    return waiting.values().stream().mapToLong(ArrayDeque::size).sum();
  }

  /** Delivers all that waits. */
  void deliver() {
    while (!waiting.isEmpty()) {
      deliverSome();
    }
  }

  /** Delivers a few records of one environment. */
  void deliverSome() {
    var environments = List.copyOf(waiting.keySet());
    var chosen = environments.get(random.nextInt(environments.size()));
    var records = waiting.getOrDefault(chosen, new ArrayDeque<>());
    for (int left = 1 + random.nextInt(30); left > 0 && !records.isEmpty(); left--) {
      put(records.remove());
    }
    if (records.isEmpty()) {
      waiting.remove(chosen);
    }
  }

  private void put(Journal.Said record) {
    journal.put(record);
    tail.add(record);
    if (tail.size() > LONGEST_TAIL) {
      tail.remove();
    }
    if (random.nextInt(20) == 0) {
      again(List.of(record));
    }
    if (random.nextInt(4_000) == 0) {
      again(tail);
    }
    if (random.nextInt(200) == 0) {
      garbage++;
      journal.put(new Journal.Said(record.environment(), spoiled(record.message())));
    }
  }

  private void again(Iterable<Journal.Said> records) {
    for (var record : records) {
      journal.put(record);
      repeated++;
    }
  }

  private WireMessage spoiled(WireMessage message) {
    return switch (random.nextInt(3)) {
      case 0 -> new WireMessage(Map.of(), "garbage".getBytes(StandardCharsets.UTF_8));
      case 1 -> new WireMessage(message.headers(), new byte[] {'{', 0, (byte) random.nextInt()});
      default -> new WireMessage(Map.of("ce_type", "module-prepared.v1"), message.payload());
    };
  }
}
