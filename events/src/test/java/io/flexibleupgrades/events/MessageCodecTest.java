package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageCodecTest {
  private static final Golden PREPARED = golden("module-prepared.v1");
  private static final Golden OUTCOME = golden("prepare-outcome.v1");
  private final MessageCodec codec = new MessageCodec();

  static Stream<Golden> goldens() {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void ignoresPropertiesThatALaterVersionAdded(Golden golden) {
    var payload = Later.withMoreProperties(GoldenFiles.payload(golden));

    var read = golden.decoded(codec, GoldenFiles.message(golden, payload));

    assertThat(read).isEqualTo(golden.expected());
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void ignoresHeadersThatItDoesNotKnow(Golden golden) {
    var headers = new HashMap<>(GoldenFiles.headers(golden));
    headers.put(Headers.TRACE_PARENT, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    headers.put("ce_later", "\u0000");

    var read =
        golden.decoded(codec, new WireMessage(headers, GoldenFiles.message(golden).payload()));

    assertThat(read).isEqualTo(golden.expected());
  }

  @Test
  void carriesAnEventOfALaterTypeInItsPlaceOfTheStream() {
    var wire = with(PREPARED, Headers.TYPE, "module-frozen.v7", "\u0001 no JSON at all");

    assertThat(codec.decodeEvent(wire))
        .isEqualTo(
            new JournalRecord.UnknownEvent(
                Golden.ID,
                io.flexibleupgrades.events.Stream.of(Golden.UPGRADE),
                Golden.SEQUENCE,
                Golden.TIME,
                "module-frozen.v7"));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  @DisplayName("G15: an event that nobody understands is carried byte for byte")
  void carriesBytesAsTheyAre(Golden golden) {
    var payload = utf8("{ \"later\": 1e2,\t\"a\": \"\\u00e9\" }");
    var stream = io.flexibleupgrades.events.Stream.of(Golden.UPGRADE);
    var event =
        new JournalRecord.UnknownEvent(
            Golden.ID, stream, Golden.SEQUENCE, Golden.TIME, golden.file() + ".later");

    var carried = codec.carry(event, payload);

    assertThat(carried.payload()).isEqualTo(payload);
    assertThat(codec.decodeEvent(carried)).isEqualTo(event);
  }

  @Test
  void refusesAMessageOfAWorkerAmongTheEventsAndAnEventAmongTheMessagesOfWorkers() {
    var outcomeAsEvent = new HashMap<>(GoldenFiles.headers(PREPARED));
    outcomeAsEvent.put(Headers.TYPE, OUTCOME.wireName().text());
    var wire = new WireMessage(outcomeAsEvent, GoldenFiles.message(OUTCOME).payload());

    assertMalformed(() -> codec.decodeEvent(wire), "no event of the journal");
    assertMalformed(
        () -> codec.decodeWorkerMessage(GoldenFiles.message(PREPARED)), "no message of a worker");
    assertMalformed(
        () -> codec.decodeWorkerMessage(with(OUTCOME, Headers.TYPE, "worker-sighed.v1", "{}")),
        "'worker-sighed.v1' is no message of a worker");
    assertMalformed(
        () -> codec.event(WireName.PREPARE_OUTCOME, GoldenFiles.message(OUTCOME).payload()),
        "no event of the journal");
  }

  @Test
  void refusesAnEventThatLacksAHeader() {
    for (var header :
        List.of(Headers.ID, Headers.TYPE, Headers.TIME, Headers.SUBJECT, Headers.SEQUENCE)) {
      assertMalformed(
          () -> codec.decodeEvent(without(PREPARED, header)), "Header " + header + " is missing");
    }
  }

  @Test
  void refusesAMessageOfAWorkerThatLacksAHeader() {
    for (var header : List.of(Headers.ID, Headers.TYPE, Headers.TIME)) {
      assertMalformed(
          () -> codec.decodeWorkerMessage(without(OUTCOME, header)),
          "Header " + header + " is missing");
    }
  }

  @Test
  void refusesAHeaderThatIsMalformed() {
    var bad =
        Map.of(
            Headers.ID, List.of("", "42", "not-a-uuid", "5f0e8b9a-1c2d-4e3f-8a4b-6c7d8e9f0a1bz"),
            Headers.TIME, List.of("", "yesterday", "2026-13-01T00:00:00Z", "1700000000"),
            Headers.SEQUENCE, List.of("", "0", "-1", "1.5", "9223372036854775808", "one"),
            Headers.SUBJECT,
                List.of(
                    "", "upgrade/", "upgrade/x", "environment/", "environment/a/b", "module/x"));

    bad.forEach((header, values) ->
        values.forEach(value ->
            assertMalformed(
                () -> codec.decodeEvent(with(PREPARED, header, value, "{}")), "Header " + header)));
  }

  @Test
  void refusesAnEventOfAnotherStreamThanItsHeadersSay() {
    var other = "upgrade/00000000-0000-0000-0000-000000000001";
    var wire = with(PREPARED, Headers.SUBJECT, other, GoldenFiles.payload(PREPARED).toString());

    assertMalformed(() -> codec.decodeEvent(wire), "The headers say stream '" + other + "'");
  }

  @Test
  void refusesAResultOfAnUnknownKindOrOfNone() {
    for (var result : List.of("postponed", "", "Prepared")) {
      var payload = GoldenFiles.payload(OUTCOME).deepCopy();
      ((ObjectNode) payload.at("/results/0")).put("result", result);
      assertMalformed(
          () -> codec.decodeWorkerMessage(GoldenFiles.message(OUTCOME, payload)), "result");
    }
  }

  @Test
  void namesThePropertyThatIsMissing() {
    assertMalformed(() -> codec.event(WireName.PREPARATION_STARTED, utf8("{}")), "'upgradeId'");
    assertMalformed(
        () -> codec.event(WireName.ENVIRONMENT_CREATED, utf8("{\"environment\":null}")),
        "\"environment\"");
  }

  private static void assertMalformed(Runnable read, String saying) {
    assertThatThrownBy(read::run)
        .isExactlyInstanceOf(MalformedMessageException.class)
        .hasMessageContaining(saying);
  }

  private static WireMessage without(Golden golden, String header) {
    var headers = new HashMap<>(GoldenFiles.headers(golden));
    assertThat(headers.remove(header)).isNotNull();
    return new WireMessage(headers, GoldenFiles.message(golden).payload());
  }

  private static WireMessage with(Golden golden, String header, String value, String payload) {
    var headers = new HashMap<>(GoldenFiles.headers(golden));
    headers.put(header, value);
    return new WireMessage(headers, utf8(payload));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Golden golden(String file) {
    return Golden.all().filter(golden -> golden.file().equals(file)).findFirst().orElseThrow();
  }
}
