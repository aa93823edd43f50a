package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.servicecenter.http.Cursor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class BadInputIT {
  private static final String UNKNOWN = "00000000-0000-0000-0000-000000000000";
  @Inject Known known;

  @ParameterizedTest
  @CsvSource({
    "/environments/nobody/status, 404, environment-not-found",
    "/environments/nobody/modules, 404, environment-not-found",
    "/environments/nobody/changes, 404, environment-not-found",
    "/environments/nobody/upgrades, 404, environment-not-found",
    "/environments/%20x/status, 400, malformed-name",
    "/upgrades/no-uuid/modules, 400, malformed-name",
    "/upgrades/" + UNKNOWN + "/modules, 404, upgrade-not-found",
    "/upgrades/" + UNKNOWN + "/errors, 404, upgrade-not-found",
    "/upgrades/" + UNKNOWN + "/modules/m, 404, upgrade-not-found",
    "/environments/known/modules?state=green, 400, malformed-filter",
    "/environments/known/modules?kind=plugin, 400, malformed-filter",
    "/environments/known/modules?text=%00, 400, malformed-filter",
    "/environments/known/modules?sort=size, 400, malformed-filter",
    "/environments/known/modules?producer=%2F, 400, malformed-filter",
    "/environments/known/modules?limit=0, 400, malformed-filter",
    "/environments/known/modules?limit=1001, 400, malformed-filter",
    "/environments/known/modules?limit=many, 400, malformed-filter",
    "/environments/known/modules?cursor=abc, 400, malformed-cursor",
    "/environments/known/changes?after=-1, 400, malformed-cursor",
    "/environments/known/changes?after=x, 400, malformed-cursor",
    "/environments/nobody/publishes, 404, environment-not-found",
    "/environments/known/publishes?cursor=abc, 400, malformed-cursor",
    "/publishes/no-uuid, 400, malformed-name",
    "/publishes/" + UNKNOWN + ", 404, publish-not-found",
    "/upgrades/" + UNKNOWN + "/comparison, 400, malformed-filter",
    "/upgrades/" + UNKNOWN + "/comparison?with=x, 400, malformed-name",
    "/upgrades/" + UNKNOWN + "/comparison?with=" + UNKNOWN + ", 404, upgrade-not-found",
    "/nowhere, 404, not-found",
  })
  void answersWithAProblem(String path, int status, String slug) {
    Api.statusOf(known.run);

    var answer = RestAssured.given().urlEncodingEnabled(false).get("/api/v1" + path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.jsonPath().getString("type"))
        .isEqualTo("https://flexibleupgrades.io/problems/" + slug);
    assertThat(answer.jsonPath().getInt("status")).isEqualTo(status);
    assertThat(answer.jsonPath().getString("detail")).isNotBlank();
    assertThat(answer.jsonPath().getString("instance")).startsWith("/api/v1/");
  }

  @Test
  void refusesMethodsAndMediaTypesWithAProblem() {
    var wrongMethod = RestAssured.delete("/api/v1/environments");
    var wrongType = RestAssured.given().accept("image/png").get("/api/v1/environments");

    assertThat(wrongMethod.statusCode()).isEqualTo(405);
    assertThat(wrongMethod.contentType()).startsWith("application/problem+json");
    assertThat(wrongType.statusCode()).isEqualTo(406);
    assertThat(wrongType.contentType()).startsWith("application/problem+json");
  }

  @Test
  void refusesACursorOfAnotherEnvironment() {
    var own = new Cursor("modules of environment/known", "0 m").text();
    var others = new Cursor("modules of environment/other", "0 m").text();
    Api.statusOf(known.run);

    assertThat(Api.code("/api/v1/environments/known/modules?cursor=" + own)).isEqualTo(200);
    assertThat(Api.code("/api/v1/environments/known/modules?cursor=" + others)).isEqualTo(400);
  }

  @Test
  @DisplayName("G14 no input makes the service fail")
  void neverFails() {
    Api.statusOf(known.run);
    long seed = System.nanoTime();
    var random = new Random(seed);
    var names = List.of("environments/known", "environments/nobody", "upgrades/" + UNKNOWN);
    var ends =
        List.of(
            "status",
            "modules",
            "publishes",
            "comparison",
            "changes",
            "upgrades",
            "errors",
            "modules.csv",
            "modules.json",
            "modules/x",
            "");
    var keys =
        List.of(
            "state",
            "kind",
            "text",
            "cursor",
            "limit",
            "after",
            "with",
            "sort",
            "producer",
            "from",
            "to",
            "category");
    for (int i = 0; i < 300; i++) {
      var path = new StringBuilder(random.nextInt(8) == 0 ? "/" : "/api/v1/");
      path.append(pick(random, names)).append('/').append(pick(random, ends)).append('?');
      for (int k = 0; k < 3; k++) {
        path.append(pick(random, keys)).append('=').append(escapes(random)).append('&');
      }
      if (random.nextInt(4) == 0) {
        path.insert(random.nextInt(path.indexOf("?")), escapes(random));
      }
      if (path.charAt(0) != '/') {
        path.insert(0, '/');
      }
      int status = RestAssured.given().urlEncodingEnabled(false).get(path.toString()).statusCode();
      assertThat(status).as("GET %s (seed %d)", path, seed).isLessThan(500);
    }
  }

  @Test
  void answersWithTheAddressesOfTheSystem() {
    var endpoints = Api.get("/api/v1/endpoints");

    assertThat(endpoints.getString("orchestrator")).isEqualTo("http://127.0.0.1:7801");
    assertThat(endpoints.getString("store")).isEqualTo("http://127.0.0.1:7802");
    assertThat(endpoints.getString("serviceCenter")).isEqualTo("http://127.0.0.1:7800");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"confirm\": \"yes\"}", "{\"confirm\": null}"})
  @DisplayName("G9 nobody rebuilds the views by accident")
  void rebuildsNothingUnlessConfirmed(String body) {
    var answer =
        RestAssured.given().contentType(ContentType.JSON).body(body).post("/api/v1/views/rebuild");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.asString()).contains("rebuild-not-confirmed", "rebuild all views");
    assertThat(RestAssured.post("/api/v1/views/rebuild").statusCode()).isBetween(400, 415);
    assertThat(Api.get("/api/v1/views").getString("rebuild.state")).isEqualTo("none");
  }

  @Test
  void theCommittedOpenApiIsWhatTheServiceSays() throws IOException {
    var said = RestAssured.get("/q/openapi").asString();
    var file = Path.of("openapi.yaml");
    if (Boolean.getBoolean("flexup.openapi.write")) {
      Files.writeString(file, said);
    }

    assertThat(said)
        .as("Run this test with -Dflexup.openapi.write=true to write the file anew.")
        .isEqualTo(Files.readString(file));
  }

  /** One run for all tests of the class. */
  @jakarta.inject.Singleton
  static class Known {
    final Run run;

    Known(Journal journal) {
      run = Run.cloud(journal, "known").module("m");
    }
  }

  private static String escapes(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      text.append("%%%02X".formatted(random.nextInt(256)));
    }
    return text.toString();
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
