package io.flexibleupgrades.orchestrator.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What tests of an upgrade's life share: a worker, environments, and the journal. */
abstract class WholeLife {
  @ConfigProperty(name = "kafka.bootstrap.servers")
  String bootstrapServers = "";

  @Inject DataSource database;

  protected TestWorker worker;

  @BeforeEach
  void hire() {
    worker = new TestWorker(bootstrapServers);
  }

  @AfterEach
  void dismiss() throws InterruptedException {
    worker.dismiss();
  }

  JournalRows journal(String environment) {
    return new JournalRows(database, environment);
  }

  /** Makes an environment on 11.8.0 with modules that run. */
  static void environment(String name, String kind, String lock, Operator.Module... modules) {
    assertThat(Operator.create(name, kind, "enterprise", "11.8.0", lock).statusCode())
        .isEqualTo(201);
    assertThat(Operator.register(name, true, modules).statusCode()).isEqualTo(200);
  }

  /** Makes a cloud environment with modules that run, and starts its upgrade to 11.9.0. */
  String upgrading(String name, Operator.Module... modules) {
    environment(name, "cloud", "environment", modules);
    return Operator.upgrade(name, "11.9.0").jsonPath().getString("upgradeId");
  }

  /** Makes a cloud environment whose upgrade to 11.9.0 has ended. */
  String upgraded(String name, Operator.Module... modules) {
    var upgrade = upgrading(name, modules);
    journal(name).await(UpgradeEnded.class, 1);
    return upgrade;
  }

  /** Publishes, and returns how the publish ended. */
  PublishEnded published(String environment, String... modules) {
    var publish =
        Operator.publish(environment, modules)
            .then()
            .statusCode(202)
            .extract()
            .jsonPath()
            .getString("publishId");
    return journal(environment)
        .await(PublishEnded.class, end -> end.publishId().toString().equals(publish), 1);
  }

  /** Returns the requests to compile that the journal has of a module, in order. */
  List<ModulePrepareRequested> compiles(String environment, String module) {
    return journal(environment).all(ModulePrepareRequested.class).stream()
        .filter(request -> !request.isSkip())
        .filter(
            request -> request.modules().stream().anyMatch(m -> m.module().value().equals(module)))
        .toList();
  }

  static Response problem(Response response, int status, String slug, String detail) {
    response
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", endsWith("/" + slug))
        .body("detail", containsString(detail));
    return response;
  }
}
