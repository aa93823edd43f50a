package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.SystemTask;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class AfterwardsIT {
  private static final String FIRST_STEP =
      "The first step of the upgrade process has finished. This environment has been successfully"
          + " upgraded to Platform Server version 11.9.0";

  @Inject Journal journal;

  @Test
  @DisplayName("B46: pause says who and why, and resume goes on where it was")
  void pausesAndResumes() {
    var run = Run.cloud(journal, "paused").module("a").module("b", "a");
    run.start().platformUpgraded().preparing().requested("a", 1);
    var operator = new Operator(run);

    operator.pauses("The database is busy.");
    var paused = Api.statusOf(run);
    run.prepared("a");
    var finished = Api.statusOf(run);
    operator.resumes();
    var resumed = Api.statusOf(run);

    assertThat(paused.getString("state")).isEqualTo("paused");
    assertThat(paused.<String>getList("messages"))
        .containsExactly(
            FIRST_STEP,
            "We are now preparing your modules - 0%",
            "Paused by Ada: The database is busy.");
    assertThat(finished.getString("state")).isEqualTo("paused");
    assertThat(finished.getInt("percentage")).isEqualTo(50);
    assertThat(resumed.getString("state")).isEqualTo("preparing");
    assertThat(resumed.<String>getList("messages"))
        .containsExactly(FIRST_STEP, "We are now preparing your modules - 50%");
  }

  @Test
  @DisplayName("B46 B47: cancel keeps what is settled, cancels the rest and tells each change once")
  void cancels() {
    var run = Run.cloud(journal, "cancelled").module("a").module("b").module("c").module("d", "b");
    run.start().platformUpgraded().preparing().prepared("a").failed("b").requested("c", 1);
    Api.statusOf(run);
    var before = Api.get(run.path() + "/changes").getString("next");

    new Operator(run).cancels();

    var status = Api.statusOf(run);
    assertThat(status.getString("state")).isEqualTo("cancelled");
    assertThat(status.getInt("percentage")).isEqualTo(50);
    assertThat(status.getString("endedAt")).isNotNull();
    assertThat(status.<String>getList("messages"))
        .containsExactly(
            "The preparation of your modules was cancelled.",
            "1 modules prepared successfully, 1 modules failed, 0 modules skipped and 2 modules"
                + " not prepared.");
    Api.assertCountsEqualLists(run);
    var changes = Api.get(run.path() + "/changes?after=" + before);
    assertThat(changes.<String>getList("items.module")).containsExactly("c", "d");
    assertThat(changes.<String>getList("items.state")).containsOnly("cancelled");
    assertThat(module(run, "c").getString("history[2].detail"))
        .isEqualTo("Cancelled by Ada: wrong week");
  }

  @Test
  @DisplayName("B46: is at a hundred if all was settled when it was cancelled")
  void isAtAHundredIfAllWasSettled() {
    var run = Run.cloud(journal, "cancelled-late").module("a");
    run.start().platformUpgraded().preparing().prepared("a");

    new Operator(run).cancels();

    assertThat(Api.statusOf(run).getInt("percentage")).isEqualTo(100);
  }

  @Test
  @DisplayName("B43 B31: prepare again opens what is not prepared, and starts a run of its own")
  void preparesAgain() {
    var run = Run.cloud(journal, "again").module("base").module("bad").module("left", "bad");
    run.module("other").module("user", "other").module("both", "bad", "other");
    run.start()
        .platformUpgraded()
        .preparing()
        .prepared("base")
        .failed("bad")
        .skipped("left", "bad");
    run.failed("other", FailureKind.TIME_LIMIT, "took too long").skipped("user", "other");
    run.skipped("both", "bad", "other").ended();
    Api.assertCountsEqualLists(run);
    var before = Api.get(run.path() + "/changes").getString("next");

    new Operator(run).preparesAgain(List.of("both", "left", "bad"));

    var status = Api.statusOf(run);
    assertThat(status.getString("state")).isEqualTo("preparing");
    assertThat(status.getInt("percentage")).isEqualTo(50);
    assertThat(status.getString("endedAt")).isNull();
    Api.assertCountsEqualLists(run);
    var changes = Api.get(run.path() + "/changes?after=" + before);
    assertThat(changes.<String>getList("items.module")).containsExactly("bad", "both", "left");
    assertThat(changes.<String>getList("items.state")).containsOnly("pending");
    var bad = module(run, "bad");
    assertThat(bad.getList("diagnostics")).isEmpty();
    assertThat(bad.getString("settledAt")).isNull();
    assertThat(module(run, "both").getList("failedProducers")).isEmpty();
    assertThat(module(run, "user").<String>getList("failedProducers")).containsExactly("other");
    var errors = Api.get("/api/v1/upgrades/" + run.upgrade + "/errors");
    assertThat(errors.<String>getList("items.module")).containsExactly("other");
    assertThat(errors.<Integer>getList("items.heldBack")).containsExactly(1);

    run.prepared("bad");
    assertThat(Api.statusOf(run).getInt("percentage")).isEqualTo(66);
    run.prepared("left").skipped("both", "other").ended();
    var ended = Api.statusOf(run);
    assertThat(ended.getString("messages[1]"))
        .isEqualTo("3 modules prepared successfully, 1 modules failed and 2 modules skipped.");
    assertThat(ended.getInt("percentage")).isEqualTo(100);
    Api.assertCountsEqualLists(run);
    assertThat(module(run, "both").<String>getList("failedProducers")).containsExactly("other");
  }

  @Test
  @DisplayName("B43: a module is prepared again as the factory has it now")
  void takesTheNewPlan() {
    var run =
        Run.cloud(journal, "replanned").module("bad").module("mid", "bad").module("top", "mid");
    run.start().platformUpgraded().preparing().failed("bad");
    run.skipped("mid", "bad").skipped("top", "bad").ended();
    run.changed("mid", "mid without bad");

    new Operator(run).preparesAgain(List.of("mid"));
    run.prepared("mid").ended();
    Api.assertCountsEqualLists(run);

    assertThat(module(run, "mid").getList("producers")).isEmpty();
    assertThat(module(run, "mid").getBoolean("stale")).isFalse();
    // It stays skipped, and none of the modules that it consumes is failed any more.
    assertThat(module(run, "top").getString("state")).isEqualTo("skipped");
    assertThat(module(run, "top").getList("failedProducers")).isEmpty();
  }

  @Test
  @DisplayName(
      "B43 B46: what was cancelled is prepared again, also a prepared module that is stale")
  void preparesCancelledModulesAgain() {
    var run = Run.cloud(journal, "resumed").module("a").module("b", "a").module("c", "b");
    run.start().platformUpgraded().preparing().prepared("a");
    var operator = new Operator(run);
    operator.pauses("Lunch.");
    operator.cancels();
    run.changed("a", "a with more in it");
    Api.statusOf(run);
    assertThat(module(run, "a").getBoolean("stale")).isTrue();

    operator.preparesAgain(List.of("a", "b", "c"));
    assertThat(Api.statusOf(run).getInt("percentage")).isZero();
    assertThat(Api.statusOf(run).getString("state")).isEqualTo("preparing");
    Api.assertCountsEqualLists(run);
    assertThat(module(run, "a").getString("artifact")).isNull();

    run.prepared("a").prepared("b").prepared("c").ended();
    assertThat(Api.statusOf(run).getString("state")).isEqualTo("ready");
    assertThat(module(run, "a").getBoolean("stale")).isFalse();
    Api.assertCountsEqualLists(run);
  }

  @Test
  @DisplayName("B9 B32: on premises the system modules are published before the preparation")
  void publishesTheSystemFirst() {
    var run = new Run(journal, "on-premises", EnvironmentKind.ON_PREMISES).module("m");
    run.start().platformUpgraded();
    var operator = new Operator(run);
    operator.confirms();

    operator.publishesSystem(SystemTask.SERVICE_CENTER);
    var first = Api.statusOf(run);
    operator.hasPublishedSystem(SystemTask.SERVICE_CENTER);
    operator.publishesSystem(SystemTask.SYSTEM_COMPONENTS);
    var second = Api.statusOf(run);
    operator.hasPublishedSystem(SystemTask.SYSTEM_COMPONENTS);
    run.preparing();
    var preparing = Api.statusOf(run);

    assertThat(first.getString("state")).isEqualTo("preparing");
    assertThat(first.<String>getList("messages"))
        .containsExactly(
            FIRST_STEP,
            "We are now preparing your modules - 0%",
            "Publishing the latest version of Service Center");
    assertThat(second.getString("messages[2]"))
        .isEqualTo("Publishing the latest version of System Components");
    assertThat(preparing.<String>getList("messages"))
        .containsExactly(FIRST_STEP, "We are now preparing your modules - 0%");
  }

  @Test
  @DisplayName("B11: a missing system module is an error, and no module changes state")
  void refusesToPrepareWithoutSystemModules() {
    var run = new Run(journal, "no-system", EnvironmentKind.ON_PREMISES).module("m");
    run.start().platformUpgraded();
    var operator = new Operator(run);
    operator.confirms();
    operator.isRefused("System module 'center' is missing.");

    var status = Api.statusOf(run);
    assertThat(status.getString("state")).isEqualTo("error");
    assertThat(status.<String>getList("messages"))
        .containsExactly(
            "There was an error preparing your modules.", "System module 'center' is missing.");
    assertThat(module(run, "m").<String>getList("history.event")).containsExactly("pending");

    operator.preparesAgain(List.of("m"));
    run.prepared("m").ended();
    assertThat(Api.statusOf(run).getString("state")).isEqualTo("ready");
    Api.assertCountsEqualLists(run);
  }

  private static JsonPath module(Run run, String name) {
    return Api.get("/api/v1/upgrades/" + run.upgrade + "/modules/" + name);
  }
}
