package io.flexibleupgrades.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever stands in a record is a message, or is refused by the one exception for that; and what
 * is a message is one again when it is written. An input is a record as text: its headers, an empty
 * line, its payload.
 */
class MessageFuzzTest {
  private static final byte END_OF_HEADERS = '\n';
  private final MessageCodec codec = new MessageCodec();

  @DisplayName("G12: a record of the journal's topics is read, carried or refused")
  @MethodSource("goldens")
  @FuzzTest
  void readsAnEvent(byte[] input) {
    try {
      switch (codec.decodeEvent(record(input))) {
        case JournalRecord.KnownEvent known ->
            assertThat(codec.decodeEvent(codec.encode(known.envelope()))).isEqualTo(known);
        case JournalRecord.UnknownEvent unknown ->
            assertThat(WireName.parse(unknown.wireName())).isNull();
      }
    } catch (MalformedMessageException e) {
      assertThat(e).hasMessageContaining(" ");
    }
  }

  @DisplayName("G12: a record of the workers' topics is read or refused")
  @MethodSource("goldens")
  @FuzzTest
  void readsAWorkersMessage(byte[] input) {
    try {
      var said = codec.decodeWorkerMessage(record(input));
      var written = codec.encode(Golden.ID, Golden.TIME, said);
      assertThat(codec.decodeWorkerMessage(written)).isEqualTo(said);
    } catch (MalformedMessageException e) {
      assertThat(e).hasMessageContaining(" ");
    }
  }

  static Stream<byte[]> goldens() {
    return Stream.concat(
        Golden.all().map(golden -> text(GoldenFiles.message(golden))),
        Stream.of(Headers.ID, Headers.TIME, Headers.SUBJECT, Headers.SEQUENCE, Headers.TYPE)
            .flatMap(header ->
                Stream.of("", "0", "1-1-1-1-1", "environment/..")
                    .map(value -> text(with(header, value)))));
  }

  /** Returns a golden record with another header. */
  private static WireMessage with(String header, String value) {
    var golden = GoldenFiles.message(Golden.all().findFirst().orElseThrow());
    var headers = new HashMap<>(golden.headers());
    headers.put(header, value);
    return new WireMessage(headers, golden.payload());
  }

  private static byte[] text(WireMessage message) {
    var headers =
        message.headers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    return (headers + "\n" + new String(message.payload(), UTF_8)).getBytes(UTF_8);
  }

  private static WireMessage record(byte[] input) {
    var headers = new HashMap<String, String>();
    int begin = 0;
    while (begin < input.length && input[begin] != END_OF_HEADERS) {
      int end = begin;
      while (end < input.length && input[end] != '\n') {
        end++;
      }
      var header = new String(input, begin, end - begin, UTF_8).split(":", 2);
      headers.put(header[0], header.length == 2 ? header[1] : "");
      begin = end + 1;
    }
    return new WireMessage(
        headers, Arrays.copyOfRange(input, Math.min(begin + 1, input.length), input.length));
  }
}
