package io.flexibleupgrades.orchestrator.whole;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the resource of webhooks takes, shows and refuses. */
@QuarkusTest
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "webhook_request_it"))
@QuarkusTestResource(FakeStore.class)
class WebhookRequestIT {
  private static final String ALL = "/api/v1/environments/{env}/webhooks";
  private static final String ONE = ALL + "/{name}";
  private static final String URL = "https://hooks.example.org/upgrades";
  private static final String SECRET = "whsec_" + "QUJD".repeat(8);

  @BeforeEach
  void create() {
    assertThat(Operator.create("w-1", "cloud", "enterprise", "11.8.0").statusCode()).isIn(200, 201);
  }

  @Test
  void showsAGeneratedSecretOnceAndNeverAgain() {
    var created = put("once", Map.of("url", URL));

    created
        .then()
        .statusCode(201)
        .body("environment", equalTo("w-1"))
        .body("name", equalTo("once"))
        .body("url", equalTo(URL))
        .body("secret", startsWith("whsec_"))
        .body("changed", equalTo(true))
        .body("message", containsString("not shown again"));
    String secret = created.path("secret");
    put("once", Map.of("url", URL))
        .then()
        .statusCode(200)
        .body("changed", equalTo(false))
        .body("message", containsString("already"))
        .body(not(containsString(secret)));
    put("once", Map.of("url", URL + "/new"))
        .then()
        .statusCode(200)
        .body("changed", equalTo(true))
        .body("secret", nullValue());
    given().get(ONE, "w-1", "once").then().body(not(containsString(secret)));
    given().get(ALL, "w-1").then().body(not(containsString("whsec_")));
  }

  @Test
  void neverShowsASecretThatWasGiven() {
    put("given", Map.of("url", URL, "secret", SECRET))
        .then()
        .statusCode(201)
        .body("secret", nullValue())
        .body(not(containsString("whsec_")));
    put("given", Map.of("url", URL, "secret", SECRET)).then().body("changed", equalTo(false));
    put("given", Map.of("url", URL, "secret", SECRET.replace("QUJD", "QUJE")))
        .then()
        .statusCode(200)
        .body("changed", equalTo(true))
        .body(not(containsString("whsec_")));
  }

  @Test
  void showsAndListsAndDeletes() {
    put("list-b", Map.of("url", URL));
    put("list-a", Map.of("url", URL));

    given()
        .get(ONE, "w-1", "list-a")
        .then()
        .statusCode(200)
        .body("name", equalTo("list-a"))
        .body("url", equalTo(URL))
        .body("disabled", nullValue())
        .body("pending", equalTo(0))
        .body("givenUp", equalTo(0))
        .body("lastDelivery", nullValue());
    assertThat(given().get(ALL, "w-1").jsonPath().getList("items.name", String.class))
        .isSorted()
        .contains("list-a", "list-b");
    given()
        .delete(ONE, "w-1", "list-a")
        .then()
        .statusCode(200)
        .body("name", equalTo("list-a"))
        .body("message", containsString("deleted"));
    problem(given().get(ONE, "w-1", "list-a"), 404, "webhook-not-found", "list-a");
    problem(given().delete(ONE, "w-1", "list-a"), 404, "webhook-not-found", "no webhook 'list-a'");
  }

  @Test
  @DisplayName("B13: a repeated Idempotency-Key repeats the answer, also when its connection broke")
  void answersAKeyOnce() {
    var first =
        json().header("Idempotency-Key", "k1").body(Map.of("url", URL)).put(ONE, "w-1", "key");
    var again =
        json().header("Idempotency-Key", "k1").body(Map.of("url", URL)).put(ONE, "w-1", "key");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    problem(
        json().header("Idempotency-Key", "k1").body(Map.of("url", URL)).put(ONE, "w-1", "other"),
        422,
        "idempotency-key-reused",
        "k1");
  }

  @Test
  void refusesWhatIsWrongAndSaysWhat() {
    refused(Map.of("url", "ftp://example.org/"), "url", "https://");
    refused(Map.of("url", "http:///nowhere"), "url", "host");
    refused(Map.of("url", "not an address"), "url", "no address");
    refused(Map.of("url", "https://user:pw@example.org/"), "url", "password");
    refused(Map.of("secret", SECRET), "url", "missing");
    refused(Map.of("url", URL, "secret", "guess"), "secret", "whsec_");
    refused(Map.of("url", URL, "secret", "whsec_QUJD"), "secret", "3 bytes");
    refused(Map.of("url", URL, "secret", "whsec_***"), "secret", "base64");
    problem(json().put(ONE, "w-1", "bad"), 422, "malformed-request", "no body");
    problem(
        json().body(Map.of("url", URL)).put(ONE, "w-1", "bad name"),
        422,
        "malformed-name",
        "A webhook's name");
    problem(given().get(ONE, "w-1", "bad"), 404, "webhook-not-found", "bad");
  }

  @Test
  void knowsNoEnvironmentThatIsNotThere() {
    problem(
        json().body(Map.of("url", URL)).put(ONE, "nowhere", "x"),
        404,
        "environment-not-found",
        "nowhere");
    problem(given().get(ONE, "nowhere", "x"), 404, "environment-not-found", "nowhere");
    problem(given().get(ALL, "nowhere"), 404, "environment-not-found", "nowhere");
    problem(given().delete(ONE, "nowhere", "x"), 404, "environment-not-found", "nowhere");
  }

  private static Response put(String name, Map<String, String> body) {
    return json().body(body).put(ONE, "w-1", name);
  }

  private static RequestSpecification json() {
    return given().contentType("application/json");
  }

  private static void refused(Map<String, String> body, String field, String why) {
    problem(put("bad", body), 422, "malformed-request", "Field '" + field + "'")
        .then()
        .body("detail", containsString(why));
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
