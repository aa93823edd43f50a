package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WireName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events of older and newer versions of the orchestrator. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class MixedVersionsIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path GOLDEN = Path.of("../events/src/test/resources/golden");
  private static final EnvironmentName PROD = new EnvironmentName("prod");

  @Inject Journal journal;

  @Test
  @DisplayName(
      "G15 every golden event is applied, as it was shipped and with fields of a later version")
  void appliesEveryGoldenEvent() throws IOException {
    var events =
        Arrays.stream(WireName.values())
            .filter(name -> Event.class.isAssignableFrom(name.type()))
            .map(WireName::text)
            .toList();
    var types = new TreeSet<String>();
    var sequences = new HashMap<String, Integer>();
    for (var later :
        List.<UnaryOperator<JsonNode>>of(payload -> payload, MixedVersionsIT::extended)) {
      for (var golden : goldens()) {
        var headers = new HashMap<String, String>();
        golden
            .get("headers")
            .properties()
            .forEach(h -> headers.put(h.getKey(), h.getValue().textValue()));
        var type = headers.getOrDefault("ce_type", "");
        if (events.contains(type)) {
          types.add(type);
          int sequence = sequences.merge(headers.getOrDefault("ce_subject", ""), 1, Integer::sum);
          headers.put("ce_sequence", Integer.toString(sequence));
          var payload = later.apply(golden.get("payload").deepCopy());
          journal.send(PROD, new WireMessage(headers, JSON.writeValueAsBytes(payload)));
        }
      }
    }
    journal.flush();
    int said = sequences.values().stream().mapToInt(Integer::intValue).sum();

    Api.await(
        "all goldens",
        () ->
            Api.code("/api/v1/environments/prod/status") == 200
                && Api.get("/api/v1/environments/prod/status").getInt("asOf.sequence") == said);
    assertThat(types).containsExactlyInAnyOrderElementsOf(events);
    assertThat(Api.code("/q/health/ready")).isEqualTo(200);
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("flexup_projection_dead_letters_total 0.0");
    for (var list : Set.of("modules", "upgrades", "publishes", "changes")) {
      assertThat(Api.get("/api/v1/environments/prod/" + list).getList("items"))
          .as(list)
          .isNotEmpty();
    }
  }

  @Test
  @DisplayName(
      "G15 an event of a new type, or of a newer version of a known one, takes its place and changes nothing")
  void carriesEventsOfLaterVersions() {
    var run = Run.cloud(journal, "later").module("a").module("b").start().platformUpgraded();
    var template = new PreparationStarted(run.upgrade, run.environment);
    run.sayAs("module-frobnicated.v1", template, "{\"frobs\": 3}");
    run.preparing().requested("a", 1);
    run.sayAs("module-prepared.v2", template, "{\"module\": \"a\", \"shape\": [\"unknown\"]}");
    run.sayAs("module-painted.v1", template, "no JSON at all");
    run.prepared("b");

    var status = Api.statusOf(run);

    assertThat(status.getLong("asOf.sequence")).isEqualTo(run.events());
    assertThat(status.getInt("prepared")).isOne();
    assertThat(status.getInt("percentage")).isEqualTo(50);
    Map<String, String> states = new HashMap<>();
    for (var module : Api.all("/api/v1/upgrades/" + run.upgrade + "/modules", 10)) {
      states.put(String.valueOf(module.get("name")), String.valueOf(module.get("state")));
    }
    assertThat(states).containsEntry("a", "preparing").containsEntry("b", "prepared");
    assertThat(Api.code("/q/health/ready")).isEqualTo(200);
  }

  private static List<JsonNode> goldens() throws IOException {
    var found = new ArrayList<JsonNode>();
    try (var files = Files.list(GOLDEN)) {
      for (var file : files.sorted().toList()) {
        found.add(JSON.readTree(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  private static JsonNode extended(JsonNode node) {
    node.forEach(MixedVersionsIT::extended);
    if (node instanceof ObjectNode object) {
      object.put("addedText", "later").putNull("addedNull");
      object.putObject("addedObject").putArray("of").add(1).addObject().put("deep", true);
    }
    return node;
  }
}
