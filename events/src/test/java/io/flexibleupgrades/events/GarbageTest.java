package io.flexibleupgrades.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in a record, reading it ends in a message or in the one exception for that. */
class GarbageTest {
  private static final int MUTATIONS = 1_000;
  private static final long SEED = Long.getLong("flexup.seed", System.nanoTime());
  private final MessageCodec codec = new MessageCodec();

  @BeforeAll
  static void printTheSeed() {
    System.out.println("GarbageTest: -Dflexup.seed=" + SEED);
  }

  static Stream<Golden> goldens() {
    return Golden.all();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void refusesAPayloadThatIsCutAnywhere(Golden golden) {
    var whole = GoldenFiles.message(golden).payload();
    for (int length = 0; length < whole.length; length++) {
      assertMalformed(golden, Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void refusesAPayloadThatIsNoJsonObject(Golden golden) {
    for (var text :
        List.of(
            "null", "true", "42", "\"text\"", "[]", "[{}]", "{}", "nul", "{]", "\u0000", "<a/>")) {
      assertMalformed(golden, text.getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void refusesWhatFollowsTheMessage(Golden golden) {
    var json = new String(GoldenFiles.message(golden).payload(), UTF_8);
    for (var tail : List.of("{}", "null", "}", ",", "x", "\u0000")) {
      assertMalformed(golden, (json + tail).getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void refusesDeepNestingWithoutAnOverflowOfTheStack(Golden golden) {
    var json = new String(GoldenFiles.message(golden).payload(), UTF_8);
    for (int depth : List.of(1_001, 200_000)) {
      for (var nest : List.of("[", "{\"a\":", "{\"results\":[", "{\"output\":")) {
        assertMalformed(golden, nest.repeat(depth).getBytes(UTF_8));
        assertMalformed(golden, inside(json, nest.repeat(depth)));
      }
      assertMalformed(golden, inside(json, "[".repeat(depth) + "]".repeat(depth)));
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void refusesANumberOrANameOfAbsurdLength(Golden golden) {
    var json = new String(GoldenFiles.message(golden).payload(), UTF_8);
    for (var number :
        List.of("9".repeat(2_000), "1e" + "9".repeat(2_000), "0." + "1".repeat(2_000))) {
      for (var property : List.of("attempt", "artifactBytes", "slots", "compileTime", "since")) {
        assertMalformed(
            golden, json.replaceFirst("\\{", "{\"" + property + "\":[" + number + "],"));
      }
    }
    assertMalformed(golden, json.replaceFirst("\\{", "{\"" + "n".repeat(60_000) + "\":1,"));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void readsMutatedBytesAsAMessageOrRefusesThem(Golden golden) {
    var random = new Random(SEED);
    var whole = GoldenFiles.message(golden);
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      var wire = new WireMessage(whole.headers(), mutated(whole.payload(), random));
      refused += isReadAndWrittenAlike(golden, wire, "seed " + SEED + ", mutation " + i) ? 0 : 1;
    }

    assertThat(refused).as("seed %s", SEED).isBetween(1, MUTATIONS - 1);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void readsMutatedHeadersAsAMessageOrRefusesThem(Golden golden) {
    var random = new Random(SEED);
    var whole = GoldenFiles.message(golden);
    var names = whole.headers().keySet().stream().sorted().toList();
    int refused = 0;
    for (int i = 0; i < MUTATIONS; i++) {
      var headers = new HashMap<>(whole.headers());
      headers.computeIfPresent(
          names.get(random.nextInt(names.size())),
          (_, text) -> new String(mutated(text.getBytes(UTF_8), random), UTF_8));
      var wire = new WireMessage(headers, whole.payload());
      refused += isReadAndWrittenAlike(golden, wire, "seed " + SEED + ", mutation " + i) ? 0 : 1;
    }

    assertThat(refused).as("seed %s", SEED).isBetween(1, MUTATIONS - 1);
  }

  @Test
  void refusesARecordWithoutPayload() {
    var heartbeat = Golden.all().filter(g -> g.file().equals("worker-heartbeat.v1")).findFirst();

    assertMalformed(heartbeat.orElseThrow(), new byte[0]);
  }

  /** Returns false if the record was refused; every other exception fails the test. */
  private boolean isReadAndWrittenAlike(Golden golden, WireMessage wire, String which) {
    try {
      var read = golden.decoded(codec, wire);
      Function<WireMessage, Object> again = written -> golden.decoded(codec, written);
      switch (read) {
        case JournalRecord.KnownEvent known ->
            assertThat(again.apply(codec.encode(known.envelope()))).as(which).isEqualTo(read);
        case WorkerMessage said ->
            assertThat(again.apply(codec.encode(Golden.ID, Golden.TIME, said)))
                .as(which)
                .isEqualTo(read);
        default -> assertThat(read).as(which).isInstanceOf(JournalRecord.UnknownEvent.class);
      }
      return true;
    } catch (MalformedMessageException e) {
      assertThat(e).as(which).hasMessageContaining(" ");
      return false;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(which + " of " + golden, e);
    }
  }

  private void assertMalformed(Golden golden, String payload) {
    assertMalformed(golden, payload.getBytes(UTF_8));
  }

  private void assertMalformed(Golden golden, byte[] payload) {
    var wire = new WireMessage(GoldenFiles.headers(golden), payload);
    assertThatThrownBy(() -> golden.decoded(codec, wire))
        .isExactlyInstanceOf(MalformedMessageException.class)
        .hasMessageContaining(golden.wireName().text());
  }

  private static byte[] inside(String json, String deep) {
    return json.replaceFirst("\\{", "{\"added\":" + deep.replace("\\", "\\\\") + ",")
        .getBytes(UTF_8);
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    var mutated = bytes.clone();
    for (int changes = 1 + random.nextInt(3); changes > 0 && mutated.length > 0; changes--) {
      int at = random.nextInt(mutated.length);
      int from = random.nextInt(mutated.length);
      switch (random.nextInt(4)) {
        case 0 -> mutated[at] = (byte) random.nextInt(256);
        case 1 -> mutated[at] = (byte) "\"\\{}[],:0-9eE.nulltrue/ u".charAt(random.nextInt(24));
        case 2 -> mutated[at] ^= (byte) (1 << random.nextInt(8));
        default -> {
          int length = Math.min(random.nextInt(12), mutated.length - Math.max(at, from));
          System.arraycopy(mutated, from, mutated, at, length);
        }
      }
    }
    return mutated;
  }
}
