package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.Setting;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class PublishesIT {
  @Inject Journal journal;

  @Test
  @DisplayName("B44 B45: shows where each module is and why it was compiled or reused")
  void showsEachModuleOfAPublish() {
    var run = Run.cloud(journal, "publishing").module("lib").module("made").module("app", "lib");
    run.module("bad").module("user", "bad");
    run.start().platformUpgraded().preparing().prepared("lib").prepared("made").prepared("app");
    run.prepared("bad").prepared("user").ended();
    Api.statusOf(run);
    var changes = Api.get(run.path() + "/changes").getString("next");

    var publish = new Publishing(run, "first", Run.NEW);
    publish.started(
        Publishing.compiled("app"),
        Publishing.compiled("bad"),
        Publishing.reused("lib"),
        Publishing.compiled("user"));
    publish.compiling("app", "bad", "made", "user").requested("bad", 1);
    publish.requested("made", 1).attemptFailed("made", 1).requested("app", 1).prepared("app");
    Api.statusOf(run);
    var running = Api.get(publish.path());
    publish.requested("made", 2).prepared("made").failed("bad").skipped("user", "bad");
    publish.published("app");
    Api.statusOf(run);
    var later = Api.get(publish.path());
    publish.compiled(2, 1, 1).published("lib").ended();
    Api.statusOf(run);
    var ended = Api.get(publish.path());

    assertThat(running.getString("state")).isEqualTo("running");
    assertThat(running.getString("platform")).isEqualTo("11.9.0");
    assertThat(running.getString("requestedBy")).isEqualTo("operator");
    assertThat(running.<String>getList("modules.name"))
        .containsExactly("app", "bad", "lib", "made", "user");
    assertThat(running.<String>getList("modules.state"))
        .containsExactly("compiled", "compiling", "compiled", "pending", "pending");
    assertThat(running.<Boolean>getList("modules.deployed"))
        .containsExactly(true, true, true, false, true);
    assertThat(running.getString("modules[2].reused"))
        .isEqualTo(Run.digest("artifact of lib").value());
    assertThat(running.getString("modules[2].reason")).isEqualTo(Publishing.REUSED);
    assertThat(running.getString("modules[0].reused")).isNull();
    assertThat(running.getString("modules[0].reason")).isEqualTo(Publishing.COMPILED);
    assertThat(later.<Integer>get("published")).isEqualTo(1);
    assertThat(later.<Integer>get("failed")).isEqualTo(1);
    assertThat(later.<Integer>get("skipped")).isEqualTo(1);
    assertThat(ended.<String>getList("modules.state"))
        .containsExactly("published", "failed", "published", "compiled", "skipped");
    assertThat(ended.getString("state")).isEqualTo("ended");
    assertThat(ended.getInt("published")).isEqualTo(2);
    assertThat(ended.getInt("failed")).isEqualTo(1);
    assertThat(ended.getInt("skipped")).isEqualTo(1);
    assertThat(ended.getString("endedAt")).isNotNull();
    assertThat(ended.getInt("modules[0].compileMillis")).isEqualTo(70);
    assertThat(ended.getInt("modules[0].warnings")).isEqualTo(1);
    assertThat(ended.getString("modules[1].failureKind")).isEqualTo("compile");
    assertThat(ended.getString("modules[1].diagnostics[0].message"))
        .isEqualTo("cannot find symbol");
    assertThat(ended.getString("modules[1].log")).contains("B.java:12");
    assertThat(ended.<String>getList("modules[4].failedProducers")).containsExactly("bad");

    // A publish is no upgrade, and changes no module's state in one.
    assertThat(Api.get(run.path() + "/upgrades").getList("items")).hasSize(1);
    assertThat(Api.code("/api/v1/upgrades/" + publish.id + "/modules")).isEqualTo(404);
    assertThat(Api.get(run.path() + "/changes?after=" + changes).getList("items")).isEmpty();
    Api.assertCountsEqualLists(run);
  }

  @Test
  @DisplayName("B42: a failed module that is published is prepared; with the last one all is ready")
  void recoversWhatFailed() {
    var run = Run.cloud(journal, "recovering").module("bad").module("user", "bad").module("good");
    run.start().platformUpgraded().preparing().failed("bad").skipped("user", "bad");
    run.prepared("good").ended();
    run.changed("bad", "bad made good");

    var publish = new Publishing(run, "of bad", Run.NEW).started(Publishing.compiled("bad"));
    publish.compiling("bad").requested("bad", 1).prepared("bad").compiled(1, 0, 0);
    publish.published("bad").recovered("bad").ended();

    Api.assertCountsEqualLists(run);
    var status = Api.statusOf(run);
    assertThat(status.getString("state")).isEqualTo("ready-with-errors");
    assertThat(status.getString("messages[1]"))
        .isEqualTo("2 modules prepared successfully, 0 modules failed and 1 modules skipped.");
    var bad = module(run, "bad");
    assertThat(bad.getString("state")).isEqualTo("prepared");
    assertThat(bad.getBoolean("stale")).isFalse();
    assertThat(bad.getString("diagnostics[0].kind")).isEqualTo("warning");
    assertThat(bad.getInt("warnings")).isEqualTo(1);
    assertThat(bad.<String>getList("history.event")).endsWith("failed", "prepared");
    assertThat(bad.getString("runningVersion")).isEqualTo("11.9.0");
    assertThat(bad.getString("runningDigest")).isEqualTo(bad.getString("artifact"));
    assertThat(bad.<String>getList("publishes.state")).containsExactly("published");
    assertThat(module(run, "user").getList("failedProducers")).isEmpty();
    assertThat(Api.get("/api/v1/upgrades/" + run.upgrade + "/errors").getList("items")).isEmpty();

    var rest = new Publishing(run, "of user", Run.NEW).started(Publishing.compiled("user"));
    rest.published("user").recovered("user").ended();
    assertThat(Api.statusOf(run).<String>getList("messages"))
        .containsExactly(
            "This environment is ready (Release Notes)", "No further actions are required.");
    Api.assertCountsEqualLists(run);
  }

  @Test
  @DisplayName("B42 B46: cancelled modules that are published make the environment ready")
  void recoversWhatWasCancelled() {
    var run = Run.cloud(journal, "recovering-rest").module("a").module("b");
    run.start().platformUpgraded().preparing().prepared("a");
    new Operator(run).cancels();

    var publish = new Publishing(run, "of b", Run.NEW).started(Publishing.compiled("b"));
    publish.published("b").recovered("b").ended();

    assertThat(Api.statusOf(run).getString("state")).isEqualTo("ready");
    Api.assertCountsEqualLists(run);
  }

  @Test
  @DisplayName("B15: a publish, and nothing else, changes what runs")
  void changesWhatRuns() {
    var run = Run.cloud(journal, "running").module("m");
    run.start().platformUpgraded().preparing().prepared("m").ended();
    Api.statusOf(run);
    var before = module(run, "m");
    var publish = new Publishing(run, "of m", Run.NEW).started(Publishing.reused("m"));
    Api.statusOf(run);
    var meanwhile = module(run, "m");
    publish.published("m").ended();
    Api.statusOf(run);
    var after = module(run, "m");

    for (var field : new String[] {"runningVersion", "runningDigest", "deployedAt"}) {
      assertThat(meanwhile.getString(field)).isEqualTo(before.getString(field));
      assertThat(after.getString(field)).isNotEqualTo(before.getString(field));
    }
    assertThat(after.getString("runningVersion")).isEqualTo("11.9.0");
  }

  @Test
  void listsPublishesNewestFirst() {
    var run = Run.cloud(journal, "many").module(ModuleKind.APPLICATION, "m");
    var ids = new ArrayList<String>();
    for (int i = 0; i < 25; i++) {
      var publish = new Publishing(run, "number " + i, Run.OLD).started(Publishing.compiled("m"));
      publish.published("m").ended();
      ids.addFirst(publish.id.toString());
    }
    run.start();
    Api.statusOf(run);

    assertThat(Api.all(run.path() + "/publishes", 10))
        .extracting(item -> item.get("publishId"))
        .isEqualTo(ids);
    assertThat(Api.get(run.path() + "/publishes").getString("items[0].modules")).isNull();
    assertThat(module(run, "m").<String>getList("publishes.publishId"))
        .isEqualTo(ids.subList(0, 20));
    assertThat(module(run, "m").getString("publishes[0].platform")).isEqualTo("11.8.0");
    assertThat(module(run, "m").getString("publishes[0].reason")).isEqualTo(Publishing.COMPILED);
  }

  @Test
  void showsSettingsAndUpgradesOfAModule() {
    var run = Run.cloud(journal, "configured").module("m").module("n");
    run.start().platformUpgraded().preparing().prepared("m").prepared("n").ended();
    run.configured("m", 1, new Setting("colour", "red"), new Setting("size", "1"));
    run.configured("m", 2, new Setting("colour", "blue"), new Setting("shape", "round"));
    run.next(Run.LATER).start();
    Api.statusOf(run);

    var detail = module(run, "m");
    assertThat(detail.getInt("settingsVersion")).isEqualTo(2);
    assertThat(detail.<String>getList("settings.key")).containsExactly("colour", "shape");
    assertThat(detail.<String>getList("settings.value")).containsExactly("blue", "round");
    assertThat(detail.<String>getList("upgrades.to")).containsExactly("11.9.1", "11.9.0");
    assertThat(detail.<String>getList("upgrades.state")).containsExactly("pending", "prepared");
    assertThat(module(run, "n").getInt("settingsVersion")).isZero();
    assertThat(module(run, "n").getList("settings")).isEmpty();
  }

  @Test
  void marksModulesWhoseSourceChangedAfterTheyWerePrepared() {
    var run = Run.cloud(journal, "stale").module("m").module("n");
    run.start().platformUpgraded().preparing().prepared("m").failed("n").ended();
    run.changed("m", "m, later").changed("n", "n, later");
    Api.statusOf(run);
    assertThat(Api.get(run.path() + "/modules").<Boolean>getList("items.stale"))
        .containsExactly(true, false);

    new Publishing(run, "m, later", Run.NEW)
        .started(Publishing.compiled("m"))
        .published("m")
        .ended();
    Api.statusOf(run);
    assertThat(module(run, "m").getBoolean("stale")).isFalse();

    run.changed("m", "m, much later");
    Api.statusOf(run);
    assertThat(module(run, "m").getBoolean("stale")).isTrue();
    run.changed("m", "m");
    Api.statusOf(run);
    assertThat(module(run, "m").getBoolean("stale")).isFalse();
  }

  @Test
  void removesModulesFromTheFactoryAndNotFromUpgrades() {
    var run = Run.cloud(journal, "shrinking").module("a").module("b", "a").module("c");
    run.start().platformUpgraded().preparing().prepared("a").prepared("b").prepared("c").ended();
    run.configured("b", 1, new Setting("colour", "red")).removed("b").removed("c").module("c", "a");
    Api.statusOf(run);

    assertThat(Api.get(run.path() + "/modules").<String>getList("items.name"))
        .containsExactly("a", "c");
    assertThat(Api.get(run.path() + "/modules").getString("items[1].preparedVersion")).isNull();
    assertThat(Api.get(run.path() + "/modules").<String>getList("items[1].producers"))
        .containsExactly("a");
    assertThat(module(run, "b").getString("state")).isEqualTo("prepared");
    assertThat(module(run, "b").getString("runningVersion")).isNull();
    assertThat(module(run, "b").getList("settings")).isEmpty();
    Api.assertCountsEqualLists(run);
  }

  private static JsonPath module(Run run, String name) {
    return Api.get("/api/v1/upgrades/" + run.upgrade + "/modules/" + name);
  }
}
