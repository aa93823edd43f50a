package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class LockIT extends WholeLife {

  @Test
  @DisplayName(
      "B19, B21, B22: while modules are prepared nothing is published, configured, removed")
  void refusesEverythingWhileModulesArePrepared() {
    worker.losing(request -> request.unit().value().equals("Slow"));
    upgrading("lock-env", module("Done"), module("Slow"), module("C", "Done", "Slow"));
    journal("lock-env").await(ModulePrepared.class, 1);

    problem(Operator.publish("lock-env", "Done"), 423, "publish-locked", "started by test at 20");
    problem(Operator.configure("lock-env", "Done", "k", "v"), 423, "configure-locked", "'Done'");
    problem(Operator.remove("lock-env", "C"), 423, "remove-locked", "'C' cannot be removed now");
    problem(
        Operator.register("lock-env", false, module("New")), 423, "environment-locked", "11.9.0");
    problem(Operator.publish("lock-env", "C"), 423, "publish-locked", "is being upgraded to 11.9.0")
        .then()
        .body("operation", equalTo("publish"))
        .body("module", equalTo("C"))
        .body("policy", equalTo("environment"))
        .body("lockedBy", equalTo("test"))
        .body("lockedSince", notNullValue())
        .body("state", equalTo("preparing"))
        .body("unpreparedProducers.module", hasItem("Slow"))
        .body("unpreparedProducers.size()", equalTo(1))
        .body("forecast.percentage", equalTo(33))
        .body("forecast.unsettled", equalTo(2));
    assertThat(journal("lock-env").all(PublishStarted.class)).isEmpty();

    worker.answeringAll();
    journal("lock-env").await(UpgradeEnded.class, 1);
    assertThat(published("lock-env", "C").published()).isEqualTo(1);
  }

  @Test
  @DisplayName("B22: a preparation that ends with errors locks nothing any more")
  void locksNothingAfterAnEndWithErrors() {
    worker.failing("Bad");
    upgraded("lock-errors", module("Bad"), module("Good"));

    assertThat(published("lock-errors", "Good").published()).isEqualTo(1);
    assertThat(Operator.configure("lock-errors", "Bad", "k", "v").statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("B20, B21: policy module locks only what is not prepared, and names the producers")
  void locksOnlyWhatIsNotPrepared() {
    worker.losing(request -> request.unit().value().equals("Slow"));
    environment(
        "lock-module",
        "cloud",
        "module",
        module("P"),
        module("C", "P"),
        module("Slow"),
        module("D", "P", "Slow"));
    Operator.upgrade("lock-module", "11.9.0");
    journal("lock-module").await(ModulePrepared.class, 2);

    problem(
            Operator.publish("lock-module", "D"),
            423,
            "publish-locked",
            "it and these producers are not prepared: 'Slow' (preparing)")
        .then()
        .body("unpreparedProducers.module", equalTo(List.of("Slow")));
    problem(Operator.publish("lock-module", "Slow"), 423, "publish-locked", "not prepared yet");
    assertThat(published("lock-module", "C").published()).isEqualTo(1);
    assertThat(Operator.configure("lock-module", "P", "k", "v").statusCode()).isEqualTo(200);

    worker.answeringAll();
    journal("lock-module").await(UpgradeEnded.class, 1);
    assertThat(published("lock-module", "D").published()).isEqualTo(1);
  }
}
