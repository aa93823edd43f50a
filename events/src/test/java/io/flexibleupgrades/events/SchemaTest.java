package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  private static final Path FOLDER = Path.of("src/main/resources/schemas");
  private static final ContractJavadoc JAVADOC = new ContractJavadoc();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

  /** What each place of each golden is replaced with, one after the other. */
  private static final List<JsonNode> OTHER_VALUES =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.numberNode(7),
          NODES.numberNode(-3),
          NODES.numberNode(new BigDecimal("1.5")),
          NODES.numberNode(1L << 40),
          NODES.numberNode(BigInteger.TWO.pow(80)),
          NODES.textNode(""),
          NODES.textNode("x"),
          NODES.textNode("3"),
          NODES.textNode(" x"),
          NODES.textNode(".."),
          NODES.textNode("a/b"),
          NODES.textNode("a\u0000b"),
          NODES.textNode("n".repeat(501)),
          NODES.textNode("PT5S"),
          NODES.textNode("error"),
          NODES.textNode("A".repeat(64)),
          NODES.arrayNode(),
          NODES.arrayNode().addNull(),
          NODES.objectNode());

  private final MessageCodec codec = new MessageCodec();

  static Stream<Golden> goldens() {
    return Golden.all();
  }

  @BeforeAll
  static void writeThemIfAsked() throws IOException {
    if (Boolean.getBoolean("flexup.write")) {
      Files.createDirectories(FOLDER);
      for (var name : WireName.values()) {
        Files.writeString(FOLDER.resolve(MessageSchema.fileName(name)), made(name));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(WireName.class)
  void theCommittedSchemaIsTheOneOfTheCode(WireName name) {
    assertThat(FOLDER.resolve(MessageSchema.fileName(name)))
        .as("run the test with -Dflexup.write=true if the change only adds")
        .hasContent(made(name));
  }

  @Test
  void everySchemaBelongsToATypeOfMessage() throws IOException {
    try (var files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(WireName.values()).map(MessageSchema::fileName).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void everyGoldenFileIsValid(Golden golden) {
    assertThat(violations(schema(golden), GoldenFiles.payload(golden))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void whatALaterVersionAddsIsValid(Golden golden) {
    assertThat(violations(schema(golden), Later.withMoreProperties(GoldenFiles.payload(golden))))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void theCodecReadsExactlyWhatIsValid(Golden golden) {
    var payload = GoldenFiles.payload(golden);
    var schema = schema(golden);
    int refused = 0;
    for (var place : JsonPlaces.below(payload)) {
      for (var value : OTHER_VALUES) {
        refused += agrees(golden, schema, JsonPlaces.replaced(payload, place, value)) ? 0 : 1;
      }
      if (JsonPlaces.isProperty(payload, place)) {
        refused += agrees(golden, schema, JsonPlaces.removed(payload, place)) ? 0 : 1;
      }
    }

    assertThat(refused).isPositive();
  }

  private boolean agrees(Golden golden, JsonSchema schema, JsonNode payload) {
    boolean valid = violations(schema, payload).isEmpty();

    assertThat(isRead(golden, payload)).as("%s", payload).isEqualTo(valid);
    return valid;
  }

  private boolean isRead(Golden golden, JsonNode payload) {
    try {
      if (golden.message() instanceof Event) {
        codec.event(golden.wireName(), GoldenFiles.bytes(payload));
      } else {
        codec.decodeWorkerMessage(GoldenFiles.message(golden, payload));
      }
      return true;
    } catch (MalformedMessageException _) {
      return false;
    }
  }

  private static String made(WireName name) {
    return new MessageSchema(name, JAVADOC::of, JAVADOC::of).json().toPrettyString() + "\n";
  }

  private static Set<ValidationMessage> violations(JsonSchema schema, JsonNode payload) {
    return schema.validate(
        payload, execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true));
  }

  private static JsonSchema schema(Golden golden) {
    try {
      return SCHEMAS.getSchema(
          Files.readString(FOLDER.resolve(MessageSchema.fileName(golden.wireName()))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
