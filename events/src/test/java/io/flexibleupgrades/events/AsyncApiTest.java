package io.flexibleupgrades.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  private static final Path FILE = Path.of("asyncapi.yaml");
  private static final Set<String> TOPICS =
      Set.of(
          Topics.UPGRADE_EVENTS, Topics.PREPARE_REQUESTS, Topics.PREPARE_OUTCOMES, Topics.WORKERS);

  private final JsonNode api;

  AsyncApiTest() throws IOException {
    api = new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
  }

  @Test
  void everyTypeOfMessageIsDescribedWithItsSchema() {
    for (var name : WireName.values()) {
      var messages = messages().filter(message -> isNamed(message, name)).toList();

      assertThat(messages).as(name.text()).isNotEmpty();
      assertThat(messages)
          .allSatisfy(message ->
              assertThat(message.at("/payload/schema/$ref").textValue())
                  .endsWith("/schemas/" + MessageSchema.fileName(name)));
    }
  }

  @Test
  void everyMessageIsOfATypeInTheCode() {
    var names = Arrays.stream(WireName.values()).map(WireName::text).toList();

    assertThat(messages().map(message -> message.get("name").textValue()))
        .allMatch(name -> names.contains(name) || name.equals("dead-letter"));
  }

  @Test
  void everyTopicAndItsDeadLettersAreAChannel() throws ReflectiveOperationException {
    for (var field : Topics.class.getFields()) {
      assertThat(TOPICS).contains((String) field.get(null));
    }

    assertThat(api.get("channels").valueStream().map(channel -> channel.get("address").textValue()))
        .containsExactlyInAnyOrderElementsOf(
            TOPICS.stream()
                .flatMap(topic -> Stream.of(topic, Topics.deadLettersOf(topic)))
                .toList());
  }

  @Test
  void everyChannelCarriesTheMessagesThatTheCodeSendsThere() {
    var events = Arrays.stream(WireName.values()).filter(name -> isEvent(name.type())).toList();

    assertThat(carriedBy(Topics.UPGRADE_EVENTS)).isEqualTo(texts(events));
    assertThat(carriedBy(Topics.PREPARE_REQUESTS))
        .isEqualTo(texts(List.of(WireName.MODULE_PREPARE_REQUESTED)));
    assertThat(carriedBy(Topics.PREPARE_OUTCOMES))
        .isEqualTo(texts(List.of(WireName.PREPARE_OUTCOME)));
    assertThat(carriedBy(Topics.WORKERS)).isEqualTo(texts(List.of(WireName.WORKER_HEARTBEAT)));
    for (var topic : TOPICS) {
      assertThat(carriedBy(Topics.deadLettersOf(topic))).containsExactly("dead-letter");
    }
  }

  @Test
  void everyChannelHasSendersAndReceiversAndTheKeyOfItsTopic() {
    var keys =
        Map.of(
            Topics.UPGRADE_EVENTS, "environment",
            Topics.PREPARE_REQUESTS, "unit",
            Topics.PREPARE_OUTCOMES, "environment",
            Topics.WORKERS, "worker");
    for (var topic : TOPICS) {
      assertThat(actionsOn(topic)).as(topic).containsExactlyInAnyOrder("send", "receive");
      assertThat(actionsOn(Topics.deadLettersOf(topic))).as(topic).containsExactly("send");
      assertThat(messagesOf(topic))
          .allSatisfy(message ->
              assertThat(message.at("/bindings/kafka/key/title").textValue())
                  .isEqualTo(keys.get(topic)));
    }
  }

  @Test
  void describesEveryHeaderThatTheCodecWrites() {
    var codec = new MessageCodec();
    Golden.all()
        .forEach(golden -> {
          var described = headersOf(golden.message() instanceof Event ? "Event" : "WorkerMessage");
          assertThat(described).containsAll(golden.encoded(codec).headers().keySet());
        });
    assertThat(fieldNames(api.at("/components/schemas/DeadLetterHeaders/properties")))
        .containsExactlyInAnyOrder(
            Headers.DEAD_LETTER_REASON,
            Headers.DEAD_LETTER_TOPIC,
            Headers.DEAD_LETTER_PARTITION,
            Headers.DEAD_LETTER_OFFSET);
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    var references = new ArrayList<String>();
    collectReferences(api, references);

    assertThat(references)
        .hasSizeGreaterThan(3 * WireName.values().length)
        .allSatisfy(reference -> {
          if (reference.startsWith("#")) {
            assertThat(api.at(JsonPointer.compile(reference.substring(1))).isMissingNode())
                .isFalse();
          } else {
            assertThat(Path.of(reference)).isRegularFile();
          }
        });
  }

  private Stream<JsonNode> messages() {
    return api.at("/components/messages").valueStream();
  }

  private List<JsonNode> messagesOf(String topic) {
    return channel(topic).getValue().get("messages").valueStream().map(this::followed).toList();
  }

  private Set<String> carriedBy(String topic) {
    return messagesOf(topic).stream()
        .map(message -> message.get("name").textValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> actionsOn(String topic) {
    var reference = "#/channels/" + channel(topic).getKey();
    return api.get("operations")
        .valueStream()
        .filter(operation -> operation.at("/channel/$ref").textValue().equals(reference))
        .map(operation -> operation.get("action").textValue())
        .collect(Collectors.toSet());
  }

  private Map.Entry<String, JsonNode> channel(String topic) {
    return api.get("channels").properties().stream()
        .filter(channel -> channel.getValue().get("address").textValue().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> headersOf(String kind) {
    var schema = api.at("/components/schemas/" + kind + "Headers/allOf");
    var names = new TreeSet<>(fieldNames(followed(schema.get(0)).get("properties")));
    names.addAll(fieldNames(schema.get(1).get("properties")));
    return names;
  }

  private JsonNode followed(JsonNode reference) {
    return api.at(JsonPointer.compile(reference.get("$ref").textValue().substring(1)));
  }

  private static Set<String> fieldNames(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  private static Set<String> texts(List<WireName> names) {
    return names.stream().map(WireName::text).collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isNamed(JsonNode message, WireName name) {
    return message.get("name").textValue().equals(name.text());
  }

  private static boolean isEvent(Class<?> type) {
    return Event.class.isAssignableFrom(type);
  }

  private static void collectReferences(JsonNode node, List<String> references) {
    if (node.path("$ref").isTextual()) {
      references.add(node.get("$ref").textValue());
    }
    node.forEach(child -> collectReferences(child, references));
  }
}
