package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;

/** Asks for a rebuild of all views as an operator does. */
final class Rebuilding {
  private Rebuilding() {}

  static void start() {
    RestAssured.given()
        .contentType(ContentType.JSON)
        .body("{\"confirm\": \"rebuild all views\"}")
        .post("/api/v1/views/rebuild")
        .then()
        .statusCode(202);
  }

  /** Returns the rebuild that was started last, as soon as it is over. */
  static JsonPath end(Duration patience) {
    Api.await(
        "the rebuild to end",
        patience,
        () -> !Api.get("/api/v1/views").getString("rebuild.state").equals("running"));
    return Api.get("/api/v1/views");
  }

  /** Returns how long it took to rebuild all views. */
  static Duration ofAllViews(Duration patience) {
    start();
    var views = end(patience);
    assertThat(views.getString("rebuild.state")).as(views.prettify()).isEqualTo("done");
    return Duration.between(
        Instant.parse(views.getString("rebuild.startedAt")),
        Instant.parse(views.getString("rebuild.endedAt")));
  }
}
