package io.flexibleupgrades.servicecenter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Stream;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionFlowTest {
  private static final TopicPartition ZERO = new TopicPartition("events", 0);
  private static final TopicPartition ONE = new TopicPartition("events", 1);
  private static final Halt GAP =
      new Halt.Gap(new Stream("environment/prod"), 5, 7, "events", 0, 12);

  private final PartitionFlow flow = new PartitionFlow();

  @Test
  void letsNothingPassOnceAPartitionStandsStill() {
    flow.assigned(List.of(ZERO, ONE));

    flow.halt(ZERO, GAP);

    assertThat(flow.admit(ZERO, records(13, 14))).isEmpty();
    assertThat(flow.admit(ONE, records(13, 14))).hasSize(2);
    assertThat(flow.halts()).containsExactly(GAP);
  }

  @Test
  void goesOnExactlyWhereItIsToldTo() {
    flow.assigned(List.of(ZERO));
    flow.halt(ZERO, GAP);

    flow.resume(ZERO, 12);

    assertThat(flow.admit(ZERO, records(15, 17))).isEmpty();
    assertThat(flow.admit(ZERO, records(11, 14)))
        .extracting(ConsumerRecord::offset)
        .containsExactly(12L, 13L, 14L);
    assertThat(flow.admit(ZERO, records(15, 16))).hasSize(2);
    assertThat(flow.halts()).isEmpty();
  }

  @Test
  void saysWhatIsMissingAndWhatToDo() {
    assertThat(GAP.message())
        .contains("environment/prod", "expected sequence 5", "found 7", "partition 0", "offset 12")
        .contains("POST /api/v1/views/rebuild");
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(offset -> new ConsumerRecord<>("events", 0, offset, new byte[0], new byte[0]))
        .toList();
  }
}
