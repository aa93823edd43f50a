package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

@QuarkusTest
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "refusal_it"))
@QuarkusTestResource(FakeStore.class)
class RefusalIT {

  @Test
  @DisplayName("B1–B4: who is not eligible is told the rule, and nothing changes")
  void refusesWhoIsNotEligible() {
    refused("r-free", "free", "11.8.0", "11.9.0", "edition");
    refused("r-major", "enterprise", "11.8.0", "12.0.0", "major-version");
    refused("r-minimum", "enterprise", "11.7.0", "11.8.0", "minimum-version");
    refused("r-older", "enterprise", "11.10.0", "11.9.0", "not-newer");
    refused("r-equal", "enterprise", "11.9.0", "11.9.0", "not-newer");
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    Operator.create("r-bad", "cloud", "enterprise", "11.8.0");

    problem(
        Operator.create("r-x", "boat", "enterprise", "11.8.0"), 422, "malformed-request", "kind");
    problem(
        Operator.create("r-x", "cloud", "enterprise", "eleven"),
        422,
        "malformed-version",
        "eleven");
    problem(
        Operator.create("r-x", "cloud", "enterprise", "11.99.0"),
        422,
        "platform-not-pushed",
        "flexup platform push");
    problem(Operator.upgrade("r-bad", "11.9.x"), 422, "malformed-version", "11.9.x");
    problem(Operator.upgrade("r-bad", "11.99.0"), 422, "platform-not-pushed", "11.99.0");
    problem(Operator.upgrade("nowhere", "11.9.0"), 404, "environment-not-found", "nowhere");
    problem(given().get("/api/v1/upgrades/no-uuid"), 404, "upgrade-not-found", "no-uuid");
    problem(
        Operator.create("r-bad", "cloud", "standard", "11.8.0"),
        409,
        "environment-exists",
        "r-bad");
    problem(
        given().contentType("application/json").post("/api/v1/environments/r-bad/upgrades"),
        422,
        "malformed-request",
        "no body");
    assertThat(
            given()
                .contentType("application/json")
                .body("{\"to\": [")
                .post("/api/v1/environments/r-bad/upgrades")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void registersWhatItCanAndNamesTheRest() {
    Operator.create("r-import", "cloud", "enterprise", "11.8.0");

    Operator.register(
            "r-import",
            true,
            module("Good"),
            module("Selfish", "Selfish"),
            module("Astray", "Nobody"),
            module("Wrong", "good"),
            module("GOOD"))
        .then()
        .statusCode(200)
        .body("registered", equalTo(4))
        .body("adopted", equalTo(4))
        .body("defects", hasSize(4))
        .body("defects.find { it.module == 'Astray' }.defect", containsString("'Nobody'"))
        .body("defects.find { it.module == 'Wrong' }.defect", containsString("as 'Good'"))
        .body("defects.find { it.module == 'GOOD' }.defect", containsString("by case only"))
        .body("defects.find { it.module == 'Selfish' }.defect", containsString("itself"));
    Operator.register("r-import", true, module("Good"))
        .then()
        .body("unchanged", equalTo(1))
        .body("registered", equalTo(0));
  }

  @Test
  @DisplayName("B13: starting twice does nothing new and says so; another target is refused")
  void startsOnce() {
    Operator.create("r-twice", "cloud", "enterprise", "11.8.0");
    Operator.register("r-twice", true, module("Forever"));

    var first = Operator.upgrade("r-twice", "11.9.0");
    var second = Operator.upgrade("r-twice", "11.9.0");

    assertThat(first.statusCode()).isEqualTo(202);
    second.then().statusCode(200).body("alreadyStarted", equalTo(true));
    assertThat(second.path("upgradeId").toString()).isEqualTo(first.path("upgradeId").toString());
    problem(Operator.upgrade("r-twice", "11.10.0"), 409, "upgrade-in-progress", "11.9.0");
    problem(
        Operator.register("r-twice", true, module("Late")), 423, "environment-locked", "11.9.0");
  }

  @Test
  @DisplayName(
      "B13: a repeated Idempotency-Key repeats the answer; with another request it is refused")
  void answersAKeyOnce() {
    Operator.create("r-key", "cloud", "enterprise", "11.8.0");

    var first = start("r-key", "key-1", "11.9.0");
    var again = start("r-key", "key-1", "11.9.0");

    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(again.asString()).isEqualTo(first.asString());
    problem(start("r-key", "key-1", "11.10.0"), 422, "idempotency-key-reused", "key-1");
  }

  @Test
  void describesItselfAsTheCommittedDocumentSays() throws IOException {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));

    Object served = yaml.load(given().get("/q/openapi").asString());

    assertThat(served)
        .as("When the change is meant, copy target/openapi/openapi.yaml to openapi.yaml.")
        .isEqualTo(yaml.load(Files.readString(Path.of("openapi.yaml"))));
  }

  private static Response start(String environment, String key, String to) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(Map.of("to", to))
        .post("/api/v1/environments/{env}/upgrades", environment);
  }

  private static void refused(
      String environment, String edition, String from, String to, String rule) {
    Operator.create(environment, "cloud", edition, from);
    problem(Operator.upgrade(environment, to), 422, "not-eligible", "not eligible")
        .then()
        .body("rule", equalTo(rule));
    given()
        .get("/api/v1/environments/{env}", environment)
        .then()
        .body("upgrade", equalTo(null))
        .body("platform.version", equalTo(from));
  }

  private static Response problem(Response response, int status, String slug, String detail) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/" + slug))
        .body("detail", containsString(detail));
    return response;
  }
}
