package io.flexibleupgrades.servicecenter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class DetailsIT {
  @Inject Journal journal;

  @Test
  @DisplayName("B28 shows the plan by levels, with every module in its state")
  void showsTheLevels() {
    var run = Run.cloud(journal, "levels").module("a").module("b").module("c", "a", "b");
    run.start().platformUpgraded().preparing().prepared("a");
    run.failed("b", FailureKind.COMPILE, "no").skipped("c", "b");
    var upgrade = Api.statusOf(run).getString("upgradeId");

    var details = RestAssured.get("/api/v1/upgrades/" + upgrade + "/details").jsonPath();
    var page = page("/environments/levels/details");

    assertThat(details.getList("levels[0].modules.module")).isEqualTo(List.of("a", "b"));
    assertThat(details.getList("levels[0].modules.state")).isEqualTo(List.of("prepared", "failed"));
    assertThat(details.getList("levels[1].modules.module")).isEqualTo(List.of("c"));
    assertThat(details.getLong("asOf.sequence")).isPositive();
    assertThat(page)
        .contains("<path class=\"prepared\"", "<path class=\"failed\"", "<path class=\"skipped\"")
        .contains("Modules settled in each")
        .doesNotContain("style=");
  }

  @Test
  @DisplayName("says that nobody can tell the end as long as there is no worker")
  void isHonestAboutTheEnd() {
    var run = Run.cloud(journal, "no-workers").module("a").module("b", "a");
    run.start().platformUpgraded().preparing();
    Api.statusOf(run);

    assertThat(page("/environments/no-workers/details"))
        .contains("Nobody can say: no worker shows a sign of life.")
        .contains("href=\"/environments/no-workers/workers\"");
    assertThat(page("/environments/no-workers/workers"))
        .contains("No worker shows a sign of life.")
        .contains("aria-current=\"page\">Workers");
    assertThat(RestAssured.get("/api/v1/workers").jsonPath().getInt("slots")).isZero();
  }

  @Test
  @DisplayName("an environment that was never upgraded has no details, and shows its modules")
  void showsModulesBeforeTheFirstUpgrade() {
    var run = Run.cloud(journal, "untouched").module("only");
    Api.statusOf(run);

    assertThat(page("/environments/untouched/details")).contains("data-module=\"only\"");
  }

  @Test
  @DisplayName("B43: a module that is prepared again stands where its new producers put it")
  void followsANewPlan() {
    var run =
        Run.cloud(journal, "new-plan").module("bad").module("mid", "bad").module("top", "mid");
    run.start().platformUpgraded().preparing().failed("bad");
    run.skipped("mid", "bad").skipped("top", "bad").ended();
    Api.statusOf(run);
    var before = levels(run);

    run.changed("mid", "mid without bad");
    new Operator(run).preparesAgain(List.of("mid"));
    Api.statusOf(run);

    assertThat(before).containsExactly(List.of("bad"), List.of("mid"), List.of("top"));
    assertThat(levels(run)).containsExactly(List.of("bad", "mid"), List.of("top"));
  }

  private static List<List<String>> levels(Run run) {
    return RestAssured.get("/api/v1/upgrades/" + run.upgrade + "/details")
        .jsonPath()
        .getList("levels.modules.module");
  }

  @Test
  @DisplayName("a module's page draws what it consumes and what consumes it, each box a link")
  void drawsWhatIsNearAModule() {
    var run = Run.cloud(journal, "near").module("far").module("lower", "far").module("it", "lower");
    run.module("upper", "it").module("beside");
    run.start().platformUpgraded().preparing().prepared("far").prepared("lower");
    Api.statusOf(run);

    var drawn = page("/environments/near/modules/it").split("<svg class=\"focus\"", -1)[1];

    assertThat(drawn)
        .contains("<a href=\"/environments/near/modules/it\" aria-current=\"true\">")
        .contains("<title>far, prepared</title>", "<title>lower, prepared</title>")
        .contains("<title>upper, pending</title>")
        .doesNotContain("beside");
    assertThat(drawn.split("<path d=", -1)).as("three edges").hasSize(4);
  }

  private static String page(String path) {
    return given().accept("text/html").get(path).then().statusCode(200).extract().asString();
  }
}
