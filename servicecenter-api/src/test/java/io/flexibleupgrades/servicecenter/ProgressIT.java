package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.FailureKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class ProgressIT {
  @Inject Journal journal;

  @Test
  @DisplayName("B26 B27 B29 goes from nothing to ready, and never back")
  void goesFromNothingToReady() {
    var run = Run.cloud(journal, "steady");
    for (int i = 0; i < 7; i++) {
      run.module("m" + i);
    }
    var untouched = Api.statusOf(run);
    assertThat(untouched.getString("state")).isEqualTo("ready");
    assertThat(untouched.getInt("percentage")).isEqualTo(100);
    assertThat(untouched.getString("upgradeId")).isNull();
    assertThat(untouched.getList("messages")).isEmpty();

    run.start();
    var upgrading = Api.statusOf(run);
    assertThat(upgrading.getString("state")).isEqualTo("upgrading");
    assertThat(upgrading.getString("messages")).doesNotContain("preparing your modules");

    run.platformUpgraded().preparing();
    int before = 0;
    for (int i = 0; i < 7; i++) {
      run.requested("m" + i, 1).prepared("m" + i);
      var status = Api.statusOf(run);
      int percentage = status.getInt("percentage");
      assertThat(percentage).isBetween(before, 99).isEqualTo(Math.min(99, 100 * (i + 1) / 7));
      assertThat(status.<String>getList("messages"))
          .containsExactly(
              "The first step of the upgrade process has finished. This environment has been"
                  + " successfully upgraded to Platform Server version 11.9.0",
              "We are now preparing your modules - " + percentage + "%");
      before = percentage;
    }

    run.ended();
    var ready = Api.statusOf(run);
    assertThat(ready.getInt("percentage")).isEqualTo(100);
    assertThat(ready.getString("state")).isEqualTo("ready");
    assertThat(ready.<String>getList("messages"))
        .containsExactly(
            "This environment is ready (Release Notes)", "No further actions are required.");
    assertThat(ready.getString("endedAt")).isNotNull();
  }

  @Test
  @DisplayName("B30 B31 B37 B38 counts, causes and paths of failed and skipped modules")
  void explainsFailedAndSkippedModules() {
    var run = Run.cloud(journal, "failing");
    run.module("base").module("bad", "base").module("worse", "base");
    run.module("one", "bad").module("both", "one", "worse").module("free", "base");
    run.start().exclude("draft").platformUpgraded().preparing();
    run.requested("base", 1).prepared("base").requested("bad", 1).failed("bad");
    run.requested("one", 1, "bad").skipped("one", "bad");
    run.requested("both", 1, "bad").skipped("both", "bad");
    run.failed("worse", FailureKind.TIME_LIMIT, "took too long").prepared("free").ended();

    var status = Api.statusOf(run);
    assertThat(status.getString("state")).isEqualTo("ready-with-errors");
    assertThat(status.<String>getList("messages"))
        .containsExactly(
            "There were errors preparing some modules.",
            "2 modules prepared successfully, 2 modules failed and 2 modules skipped.");
    assertThat(status.getInt("excluded")).isEqualTo(1);

    var modules = "/api/v1/upgrades/" + run.upgrade + "/modules";
    for (var state : List.of("prepared", "failed", "skipped", "excluded")) {
      assertThat(Api.get(modules + "?state=" + state).getList("items"))
          .hasSize(status.getInt(state));
    }
    assertThat(Api.all(modules, 2)).hasSize(7);

    // The other producer failed after the skip, and is a cause all the same.
    var both = Api.get(modules + "/both");
    assertThat(both.<String>getList("failedProducers")).containsExactly("bad", "worse");
    assertThat(both.<List<String>>getList("paths.path"))
        .containsExactly(List.of("both", "one", "bad"), List.of("both", "worse"));
    assertThat(Api.get(modules + "/one").<String>getList("failedProducers")).containsExactly("bad");
    assertThat(Api.get(modules + "/worse").getList("failedProducers")).isEmpty();
    assertThat(Api.get(modules + "/base").<String>getList("consumers"))
        .containsExactly("bad", "free", "worse");
    assertThat(Api.get(modules + "/bad").<String>getList("history.event"))
        .containsExactly("pending", "preparing", "failed");

    var errors = Api.get("/api/v1/upgrades/" + run.upgrade + "/errors");
    assertThat(errors.<String>getList("items.module")).containsExactly("bad", "worse");
    assertThat(errors.<String>getList("items.kind")).containsExactly("compile", "time-limit");
    assertThat(errors.<Integer>getList("items.heldBack")).containsExactly(2, 1);
    assertThat(errors.getInt("items[0].diagnostics[0].line")).isEqualTo(12);
    assertThat(errors.getString("items[0].diagnostics[0].kind")).isEqualTo("error");
  }

  @Test
  @DisplayName("B15 B40 shows what runs and what is prepared, with warnings")
  void showsWhatRunsAndWhatIsPrepared() {
    var run = Run.cloud(journal, "running").module("m").module("n", "m");
    run.start().platformUpgraded().preparing().requested("m", 1).prepared("m");
    Api.statusOf(run);

    var items = Api.get(run.path() + "/modules");
    assertThat(items.<String>getList("items.name")).containsExactly("m", "n");
    assertThat(items.<String>getList("items.runningVersion")).containsExactly("11.8.0", "11.8.0");
    assertThat(items.<String>getList("items.preparedVersion")).containsExactly("11.9.0", null);
    assertThat(items.<Integer>getList("items.warnings")).containsExactly(1, 0);
    assertThat(items.<String>getList("items.state")).containsExactly("prepared", "pending");
    assertThat(items.getString("items[0].artifact")).hasSize(64);
    assertThat(items.<List<String>>getList("items.producers"))
        .containsExactly(List.of(), List.of("m"));
    assertThat(Api.get(run.path() + "/modules?text=N").<String>getList("items.name"))
        .containsExactly("n");
  }

  @Test
  @DisplayName("B39 a lost attempt puts its modules back, and the next one counts")
  void putsModulesOfALostAttemptBack() {
    var run = Run.cloud(journal, "lossy").module("m");
    run.start().platformUpgraded().preparing().requested("m", 1).attemptFailed("m", 1);
    Api.statusOf(run);
    assertThat(Api.get(run.path() + "/modules").getString("items[0].state")).isEqualTo("pending");

    run.requested("m", 2);
    Api.statusOf(run);

    var detail = Api.get("/api/v1/upgrades/" + run.upgrade + "/modules/m");
    assertThat(detail.getString("state")).isEqualTo("preparing");
    assertThat(detail.getInt("attempts")).isEqualTo(2);
    assertThat(detail.getString("history[2].detail")).contains("The worker fell silent.");
  }

  @Test
  @DisplayName("B47 the cursor gives every change once, and reading twice gives the same")
  void givesEveryChangeOnce() {
    var run = Run.cloud(journal, "changing").module("a").module("b", "a").module("c", "b");
    run.start().platformUpgraded().preparing();
    run.requested("a", 1).failed("a").skipped("b", "a").skipped("c", "a").ended();
    Api.statusOf(run);

    var all = Api.get(run.path() + "/changes");
    assertThat(all.<Integer>getList("items.sequence")).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(all.<String>getList("items.state"))
        .containsExactly(
            "pending", "pending", "pending", "preparing", "failed", "skipped", "skipped");
    assertThat(all.getLong("asOf.sequence")).isEqualTo(run.events());
    assertThat(Api.get(run.path() + "/changes").prettify()).isEqualTo(all.prettify());

    var paged = new java.util.ArrayList<Map<String, Object>>();
    var after = "0";
    for (int page = 0; page < 4; page++) {
      var some = Api.get(run.path() + "/changes?limit=2&after=" + after);
      paged.addAll(some.getList("items"));
      after = some.getString("next");
    }
    assertThat(paged).isEqualTo(all.getList("items"));
    assertThat(Api.get(run.path() + "/changes?after=7").getList("items")).isEmpty();
    assertThat(Api.get(run.path() + "/changes?after=7").getString("next")).isEqualTo(after);
    var old = after.replaceFirst("^[0-9]+", "1");
    assertThat(Api.code(run.path() + "/changes?after=" + old)).isEqualTo(410);
    assertThat(Api.code(run.path() + "/changes?after=8")).isEqualTo(410);
  }

  @Test
  void answersUnchangedStatusWithoutABody() {
    var run = Run.cloud(journal, "tagged");
    Api.statusOf(run);
    var tag = RestAssured.get(run.path() + "/status").header("ETag");

    var again = RestAssured.given().header("If-None-Match", tag).get(run.path() + "/status");
    run.module("m");
    Api.statusOf(run);
    var later = RestAssured.given().header("If-None-Match", tag).get(run.path() + "/status");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(later.statusCode()).isEqualTo(200);
  }

  @Test
  @DisplayName("B9 an environment on premises waits for a confirmation")
  void waitsForConfirmationOnPremises() {
    var run = new Run(journal, "premises", EnvironmentKind.ON_PREMISES).module("m");
    run.start().platformUpgraded();

    assertThat(Api.statusOf(run).getString("state")).isEqualTo("awaiting-confirmation");
  }

  @Test
  @DisplayName("B33 lists upgrades with their from, to and counts")
  void listsUpgrades() {
    var run = Run.cloud(journal, "history").module("m").start().platformUpgraded().preparing();
    run.prepared("m").ended();
    Api.statusOf(run);

    var upgrades = Api.get(run.path() + "/upgrades");
    assertThat(upgrades.getString("items[0].from")).isEqualTo("11.8.0");
    assertThat(upgrades.getString("items[0].to")).isEqualTo("11.9.0");
    assertThat(upgrades.getString("items[0].state")).isEqualTo("ready");
    assertThat(upgrades.getInt("items[0].prepared")).isEqualTo(1);
  }

  @Test
  void carriesEventsThatALaterVersionAdded() {
    var run = Run.cloud(journal, "future").module("m").start();
    run.unknown();
    run.platformUpgraded().preparing().prepared("m").ended();

    assertThat(Api.statusOf(run).getString("state")).isEqualTo("ready");
  }
}
